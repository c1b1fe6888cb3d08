package io.wenda.knowledge.exchange.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/** Files of Office of which every part is laid out by hand. */
final class OfficeSamples {
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private OfficeSamples() {}

    static byte[] document(String doctype, String text) {
        return document(doctype, text, "word/document.xml");
    }

    /** The document's text stands in that part. */
    static byte[] document(String doctype, String text, String part) {
        return Samples.zip(
                "[Content_Types].xml",
                types(part, "wordprocessingml.document.main"),
                "_rels/.rels",
                relations("officeDocument", part),
                part,
                documentXml(doctype, text));
    }

    static String documentXml(String doctype, String text) {
        return doctype
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
                + text
                + "</w:t></w:r></w:p></w:body></w:document>";
    }

    private static String types(String... partsAndTypes) {
        var types =
                new StringBuilder(
                        "<Types xmlns=\"%scontent-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                .formatted(PACKAGE));
        for (var i = 0; i < partsAndTypes.length; i += 2) {
            types.append(
                    "<Override PartName=\"/%s\" ContentType=\"%s%s+xml\"/>"
                            .formatted(partsAndTypes[i], TYPES, partsAndTypes[i + 1]));
        }
        return types + "</Types>";
    }

    private static String relations(String... kindsAndTargets) {
        var relations =
                new StringBuilder("<Relationships xmlns=\"%srelationships\">".formatted(PACKAGE));
        for (var i = 0; i < kindsAndTargets.length; i += 2) {
            relations.append(
                    "<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                            .formatted(i / 2, OFFICE, kindsAndTargets[i], kindsAndTargets[i + 1]));
        }
        return relations + "</Relationships>";
    }

    /**
     * A workbook of one sheet.
     *
     * @param rows XML of them
     * @param text XML of the first shared text
     */
    static byte[] workbook(String sheetDoctype, String rows, String textDoctype, String text) {
        return Samples.zip(
                "[Content_Types].xml",
                types(
                        "xl/workbook.xml",
                        "spreadsheetml.sheet.main",
                        "xl/worksheets/sheet1.xml",
                        "spreadsheetml.worksheet",
                        "xl/sharedStrings.xml",
                        "spreadsheetml.sharedStrings"),
                "_rels/.rels",
                relations("officeDocument", "xl/workbook.xml"),
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"
                        .formatted(MAIN, OFFICE),
                "xl/_rels/workbook.xml.rels",
                relations(
                        "worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml"),
                "xl/worksheets/sheet1.xml",
                sheetDoctype
                        + "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>"
                                .formatted(MAIN, rows),
                "xl/sharedStrings.xml",
                textDoctype
                        + "<sst xmlns=\"%s\" count=\"1\" uniqueCount=\"1\"><si><t>%s</t></si></sst>"
                                .formatted(MAIN, text));
    }

    static String row(String question, String answer) {
        return "<row><c t=\"inlineStr\"><is><t>%s</t></is></c><c t=\"inlineStr\"><is><t>%s</t></is></c></row>"
                .formatted(question, answer);
    }

    /**
     * The second ZIP, with the parts of the first before it, of which its directory says nothing.
     */
    static byte[] hidden(byte[] first, byte[] second) {
        var directory = directory(first);
        var out = new ByteArrayOutputStream();
        out.write(first, 0, directory);
        out.writeBytes(second);
        var bytes = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        var at = directory + directory(second);
        while (bytes.getInt(at) == 0x02014B50) {
            bytes.putInt(at + 42, bytes.getInt(at + 42) + directory);
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        bytes.putInt(at + 16, bytes.getInt(at + 16) + directory);
        return bytes.array();
    }

    private static int directory(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 22 + 16);
    }

    /** What a reader sees first who goes from part to part. */
    static String firstPart(byte[] zip, String name) {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                if (part.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
