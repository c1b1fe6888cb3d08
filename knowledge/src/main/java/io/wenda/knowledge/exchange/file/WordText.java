package io.wenda.knowledge.exchange.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;

/** Reads DOCX: the entries that stand in tables of their own, else headings and what they say. */
final class WordText {
    private static final Pattern HEADING = Pattern.compile("(?:heading|标题)\\s*([1-9])");

    private WordText() {}

    static Content read(byte[] bytes, String name, FileLimits limits) {
        try (var parts = new PackedParts(bytes, limits);
                var file = parts.open()) {
            parts.readPiecemeal();
            return read(file, name, limits);
        } catch (IOException | InvalidFormatException | POIXMLException _) {
            throw Kind.damaged();
        }
    }

    private static Content read(OPCPackage file, String name, FileLimits limits)
            throws IOException {
        try (var document = new XWPFDocument(file)) {
            var forms = forms(document);
            if (forms.size() > limits.rows()) {
                throw Row.tooMany(limits);
            }
            return forms.isEmpty()
                    ? Passages.of(outline(document), name, limits)
                    : Content.ofForms(forms);
        }
    }

    /** Entries as {@link WordFile} writes them: a table of two columns each, with our names. */
    private static List<Item> forms(XWPFDocument document) {
        var items = new ArrayList<Item>();
        for (var table : document.getTables()) {
            var cells = new EnumMap<Column, String>(Column.class);
            for (var row : table.getRows()) {
                if (row.getTableCells().size() == 2) {
                    Column.named(text(row.getCell(0)))
                            .ifPresent(column -> cells.putIfAbsent(column, text(row.getCell(1))));
                }
            }
            if (cells.containsKey(Column.QUESTION) && cells.containsKey(Column.ANSWER)) {
                items.add(Column.item(cells));
            }
        }
        return items;
    }

    private static Outline outline(XWPFDocument document) {
        var outline = new Outline();
        for (var element : document.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> add(outline, document, paragraph);
                case XWPFTable table -> add(outline, table);
                default -> {}
            }
        }
        return outline;
    }

    private static void add(Outline outline, XWPFDocument document, XWPFParagraph paragraph) {
        var level = level(document, paragraph.getStyle());
        if (level.isPresent()) {
            outline.heading(level.getAsInt(), paragraph.getText());
        } else {
            var listed = paragraph.getNumID() == null ? "" : "- ";
            outline.paragraph(paragraph.getText().isBlank() ? "" : listed + paragraph.getText());
        }
    }

    private static void add(Outline outline, XWPFTable table) {
        for (var row : table.getRows()) {
            outline.paragraph(
                    row.getTableCells().stream()
                            .map(WordText::text)
                            .collect(Collectors.joining(" | ")));
        }
    }

    /** The style's name is English in every Word's files, its id is not. */
    private static OptionalInt level(XWPFDocument document, @Nullable String style) {
        if (style == null) {
            return OptionalInt.empty();
        }
        var name =
                Optional.ofNullable(document.getStyles())
                        .map(styles -> styles.getStyle(style))
                        .map(XWPFStyle::getName)
                        .orElse(style)
                        .toLowerCase(Locale.ROOT);
        if (name.equals("title")) {
            return OptionalInt.of(0);
        }
        var heading = HEADING.matcher(name);
        return heading.matches()
                ? OptionalInt.of(Integer.parseInt(heading.group(1)))
                : OptionalInt.empty();
    }

    private static String text(XWPFTableCell cell) {
        return cell.getParagraphs().stream()
                .map(XWPFParagraph::getText)
                .collect(Collectors.joining("\n"));
    }
}
