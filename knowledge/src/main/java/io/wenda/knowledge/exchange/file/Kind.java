package io.wenda.knowledge.exchange.file;

import io.wenda.tenant.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds out what a file is by what stands in it; its name tells apart only what is text. */
final class Kind {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int WHERE_PDF_BEGINS = 1024;
    private static final Pattern HTML =
            Pattern.compile(
                    "\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body|article|section|main|div|p|h[1-6]|table|ul|ol)[\\s>].*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Kind() {}

    static FileFormat of(String name, byte[] bytes, FileLimits limits) {
        if (bytes.length == 0) {
            throw FileFault.EMPTY.refusal("the file is empty");
        }
        if (begins(bytes, ZIP)) {
            return packed(bytes, limits);
        }
        if (begins(bytes, OLE)) {
            throw old(bytes);
        }
        var start =
                new String(
                        bytes,
                        0,
                        Math.min(bytes.length, WHERE_PDF_BEGINS),
                        StandardCharsets.ISO_8859_1);
        return start.contains(new String(PDF, StandardCharsets.US_ASCII))
                ? FileFormat.PDF
                : text(name.toLowerCase(Locale.ROOT), PlainBytes.text(bytes));
    }

    private static FileFormat text(String name, String text) {
        var start = text.substring(0, Math.min(text.length(), WHERE_PDF_BEGINS));
        if (HTML.matcher(start).matches()) {
            return FileFormat.HTML;
        }
        if (MarkdownFile.isOne(text)) {
            return FileFormat.MARKDOWN;
        }
        if (Tables.looksLikeOne(text)) {
            return FileFormat.CSV;
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return FileFormat.CSV;
        }
        return FileFormat.MARKDOWN; // plain text is Markdown too
    }

    private static FileFormat packed(byte[] bytes, FileLimits limits) {
        var names = Packed.names(bytes, limits);
        if (names.contains("xl/workbook.xml")) {
            return FileFormat.XLSX;
        }
        if (names.contains("word/document.xml")) {
            return FileFormat.DOCX;
        }
        throw FileFault.PACKED.refusal(
                "the file is packed, but neither XLSX nor DOCX: unpack it, and send its files one by one");
    }

    static Refusal damaged() {
        return FileFault.DAMAGED.refusal("the file is damaged: open it, and save it anew");
    }

    private static Refusal old(byte[] bytes) {
        var encrypted = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        return indexOf(bytes, encrypted) >= 0
                ? encrypted()
                : FileFault.OLD_OFFICE.refusal(
                        "this is a file of an old Office: save it as XLSX or DOCX");
    }

    static Refusal encrypted() {
        return FileFault.ENCRYPTED.refusal("the file is encrypted: save it without a password");
    }

    private static boolean begins(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length
                && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (var i = 0; i <= bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
