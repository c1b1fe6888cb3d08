package io.wenda.knowledge.exchange.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.springframework.util.unit.DataSize;

/** Files as people send them, good and bad. */
public final class Samples {
    static final FileLimits LIMITS =
            new FileLimits(DataSize.ofMegabytes(1), DataSize.ofMegabytes(5), 1_000, 10, 300);

    private Samples() {}

    /** A line of a PDF: its size, and its text; none begins the next page. */
    record Printed(int size, String text) {}

    static byte[] pdf(List<Printed> lines) {
        return pdf(lines, "");
    }

    static byte[] pdf(List<Printed> lines, String password) {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.newLineAtOffset(50, 750);
                for (var line : lines) {
                    content.setFont(new PDType1Font(FontName.HELVETICA), line.size());
                    content.newLineAtOffset(0, -line.size() * 1.2f);
                    content.showText(line.text());
                }
                content.endText();
            }
            if (!password.isEmpty()) {
                document.protect(
                        new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF of so many empty pages. */
    static byte[] pages(int number) {
        try (var document = new PDDocument()) {
            for (var i = 0; i < number; i++) {
                document.addPage(new PDPage());
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A ZIP with one part of so many zeros. */
    static byte[] bomb(String part, int megabytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++) {
                zip.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] deflated(String text) {
        var out = new ByteArrayOutputStream();
        try (var packing = new DeflaterOutputStream(out)) {
            packing.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A ZIP of parts: name, text, name, text. */
    static byte[] zip(String... parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(parts[i]));
                zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
