package io.wenda.knowledge.exchange.file;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a font before the library reads it, which writes out every range of characters in it:
 * from a range of a few bytes it would fill the memory.
 */
final class PdfFonts {
    /** Characters of all ranges of a font; there are 65,536 in one at most. */
    private static final long MOST_CHARACTERS = 1_000_000;

    private final Set<COSDictionary> known = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Refuses a font that the operator would take, if it is one that nobody would have made. */
    void require(Operator operator, @Nullable COSBase operand, @Nullable PDResources resources)
            throws IOException {
        if (resources == null || !(operand instanceof COSName name)) {
            return;
        }
        switch (operator.getName()) {
            case OperatorName.SET_FONT_AND_SIZE -> require(of(resources, COSName.FONT, name));
            case OperatorName.SET_GRAPHICS_STATE_PARAMS -> {
                var state = of(resources, COSName.EXT_G_STATE, name);
                if (state != null
                        && state.getDictionaryObject(COSName.FONT) instanceof COSArray font
                        && font.size() > 0
                        && font.getObject(0) instanceof COSDictionary dictionary) {
                    require(dictionary);
                }
            }
            default -> {}
        }
    }

    private static @Nullable COSDictionary of(PDResources resources, COSName kind, COSName name) {
        var all = resources.getCOSObject().getCOSDictionary(kind);
        return all == null ? null : all.getCOSDictionary(name);
    }

    private void require(@Nullable COSDictionary font) throws IOException {
        if (font == null || !known.add(font)) {
            return;
        }
        try {
            requireMap(font, COSName.TO_UNICODE);
        } catch (IOException _) {
            // the library reads on without it
        }
        requireMap(font, COSName.ENCODING);
        requireWidths(font.getCOSArray(COSName.W), 1);
        requireWidths(font.getCOSArray(COSName.W2), 3);
        var parts = font.getCOSArray(COSName.DESCENDANT_FONTS);
        if (parts != null && parts.size() > 0 && parts.getObject(0) instanceof COSDictionary part) {
            require(part);
        }
    }

    private static void requireMap(COSDictionary font, COSName name) throws IOException {
        if (font.getDictionaryObject(name) instanceof COSStream map) {
            try (var in = map.createInputStream()) {
                require(CMapRanges.characters(in.readAllBytes()));
            }
        }
    }

    /**
     * First character, and the widths from there on as an array; or first and last, and what holds
     * for all of them.
     */
    private static void requireWidths(@Nullable COSArray widths, int each) {
        var characters = 0L;
        for (var i = 0; widths != null && i + 1 < widths.size(); ) {
            if (!(widths.getObject(i++) instanceof COSNumber first)) {
                continue;
            }
            if (widths.getObject(i++) instanceof COSNumber last) {
                characters += Math.max(0, last.longValue() - first.longValue() + 1);
                i += each;
            }
        }
        require(characters);
    }

    private static void require(long characters) {
        if (characters > MOST_CHARACTERS) {
            throw Kind.damaged();
        }
    }
}
