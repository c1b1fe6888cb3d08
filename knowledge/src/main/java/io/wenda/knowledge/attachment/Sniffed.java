package io.wenda.knowledge.attachment;

import io.wenda.tenant.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Finds out what a file is by its bytes alone. It must be one thing from its first byte to its
 * last: what goes on behind its end may be a second file to another reader.
 */
final class Sniffed {
    private static final long MOST_PIXELS = 50_000_000;
    private static final int PDF_END = 1024;
    private static final int ZIP_END = 22;
    private static final Pattern MARKUP =
            Pattern.compile("<(script|!doctype|iframe|\\?php)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RUNS = Pattern.compile("\\A\\s*(<|#!|%!|MZ[^ -~])");
    private static final List<String> NOT_IN_OFFICE =
            List.of("vbaproject.bin", ".exe", ".dll", ".js", ".vbs", ".html", ".htm");

    private final byte[] bytes;
    private final ByteBuffer view;

    private Sniffed(byte[] bytes) {
        this.bytes = bytes;
        this.view = ByteBuffer.wrap(bytes);
    }

    /** The type; refuses what is none of those that may be attached. */
    static FileType type(byte[] bytes) {
        if (bytes.length == 0) {
            throw new Refusal.Invalid("the file is empty");
        }
        return new Sniffed(bytes).type();
    }

    private FileType type() {
        try {
            if (begins("\u0089PNG\r\n\u001a\n")) {
                return picture(FileType.PNG, endOfPng());
            }
            if (begins("\u00ff\u00d8\u00ff")) {
                return picture(FileType.JPEG, ends("\u00ff\u00d9") ? bytes.length : -1);
            }
            if (begins("GIF87a") || begins("GIF89a")) {
                return picture(FileType.GIF, ends("\u0000;") ? bytes.length : -1);
            }
            if (begins("RIFF") && at(8, "WEBP")) {
                return picture(FileType.WEBP, endOfRiff());
            }
            if (begins("%PDF-")) {
                return pdf();
            }
            return begins("PK\u0003\u0004") ? office() : text();
        } catch (IndexOutOfBoundsException _) {
            throw damaged();
        }
    }

    private FileType picture(FileType type, long end) {
        if (end != bytes.length) {
            throw new Refusal.Invalid(
                    "the picture does not end where its file ends: open it, and save it anew");
        }
        if (MARKUP.matcher(latin(0, bytes.length)).find()) {
            throw new Refusal.Invalid("there is markup in the picture: save it without comments");
        }
        var pixels = type == FileType.WEBP ? pixelsOfWebp() : pixels();
        if (pixels <= 0) {
            throw damaged();
        }
        if (pixels > MOST_PIXELS) {
            throw Refusal.Invalid.tooLong(
                    "a picture must have at most %d million pixels: make it smaller"
                            .formatted(MOST_PIXELS / 1_000_000));
        }
        return type;
    }

    /** Chunk by chunk. */
    private long endOfPng() {
        var at = 8L;
        while (true) {
            var length = Integer.toUnsignedLong(view.getInt((int) at));
            var last = at((int) at + 4, "IEND");
            at += 12 + length;
            if (last || at > bytes.length) {
                return at;
            }
        }
    }

    private long endOfRiff() {
        var size = Integer.toUnsignedLong(little().getInt(4));
        return 8 + size + size % 2;
    }

    /** Reads the head only. */
    private long pixels() {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return -1;
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException _) {
            return -1; // the library throws all kinds of things at damaged pictures
        }
    }

    private long pixelsOfWebp() {
        if (at(12, "VP8 ")) {
            return (long) (little().getShort(26) & 0x3FFF) * (little().getShort(28) & 0x3FFF);
        }
        if (at(12, "VP8L")) {
            var packed = little().getInt(21);
            return (long) ((packed & 0x3FFF) + 1) * (((packed >>> 14) & 0x3FFF) + 1);
        }
        return at(12, "VP8X")
                ? (long) ((little().getInt(24) & 0xFFFFFF) + 1) * ((little().getInt(26) >>> 8) + 1)
                : -1;
    }

    private FileType pdf() {
        var tail = latin(Math.max(0, bytes.length - PDF_END), bytes.length);
        var end = tail.lastIndexOf("%%EOF");
        if (end < 0 || !tail.substring(end + 5).isBlank()) {
            throw new Refusal.Invalid("the PDF does not end as one does: save it anew");
        }
        return FileType.PDF;
    }

    private FileType office() {
        if (!at(bytes.length - ZIP_END, "PK\u0005\u0006")) {
            throw new Refusal.Invalid("there is more behind the packed file: save it anew");
        }
        var names = names();
        var forbidden = names.stream().filter(it -> NOT_IN_OFFICE.stream().anyMatch(it::endsWith));
        if (forbidden.findAny().isPresent()) {
            throw new Refusal.Invalid("there are programs in the file: save it without macros");
        }
        if (names.contains("[content_types].xml")) {
            if (names.contains("word/document.xml")) {
                return FileType.DOCX;
            }
            if (names.contains("xl/workbook.xml")) {
                return FileType.XLSX;
            }
        }
        throw unknown();
    }

    private Set<String> names() {
        try (var zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get()) {
            return Collections.list(zip.getEntries()).stream()
                    .map(ZipArchiveEntry::getName)
                    .map(it -> it.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        } catch (IOException | IllegalArgumentException _) {
            throw damaged();
        }
    }

    private FileType text() {
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.codePoints().anyMatch(Sniffed::isBinary)
                    || RUNS.matcher(text.replaceFirst("^\ufeff", "")).find()
                    || MARKUP.matcher(text).find()) {
                throw unknown();
            }
            return FileType.TEXT;
        } catch (CharacterCodingException _) {
            throw unknown();
        }
    }

    private static boolean isBinary(int codePoint) {
        return codePoint < ' '
                && codePoint != '\n'
                && codePoint != '\r'
                && codePoint != '\t'
                && codePoint != '\f';
    }

    private ByteBuffer little() {
        return view.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    private boolean begins(String mark) {
        return at(0, mark);
    }

    private boolean ends(String mark) {
        return at(bytes.length - mark.length(), mark);
    }

    private boolean at(int from, String mark) {
        return from >= 0
                && from + mark.length() <= bytes.length
                && latin(from, from + mark.length()).equals(mark);
    }

    private String latin(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static Refusal damaged() {
        return new Refusal.Invalid("the file is damaged: open it, and save it anew");
    }

    private static Refusal unknown() {
        return new Refusal.Invalid(
                "may be attached: PNG, JPEG, WebP, GIF, PDF, DOCX, XLSX and plain text in UTF-8; this is none of them, whatever its name says");
    }
}
