package io.wenda.knowledge.exchange.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the text of a PDF: what is set larger than most of it and is short is a heading. */
final class PdfText extends PDFTextStripper {
    private static final double LARGER = 1.12;
    private static final int LONGEST_HEADING = 80;

    /** Of a page, all of which are in memory at once. */
    private static final int MOST_CHARACTERS = 200_000;

    /** What it takes to begin one, in operators. */
    private static final int FORM = 100;

    /** States of the page put aside, one within the other. */
    private static final int MOST_SAVED = 1_000;

    private static final int FIRST_IDEOGRAPHIC = 0x2E80;

    /** A line as it is set. */
    private record Printed(String text, int size, float y) {}

    private final List<Printed> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final FileLimits limits;
    private final PdfBudget budget;
    private final PdfFonts fonts = new PdfFonts();
    private int pages;
    private int characters;
    private int size;
    private float y;

    private PdfText(FileLimits limits, PdfBudget budget) {
        this.limits = limits;
        this.budget = budget;
        setSortByPosition(true);
    }

    static Outline read(byte[] bytes, FileLimits limits) {
        try {
            return new PdfBudget(limits).within(budget -> read(bytes, limits, budget));
        } catch (InvalidPasswordException _) {
            throw Kind.encrypted();
        } catch (IOException | IllegalArgumentException _) {
            throw Kind.damaged();
        }
    }

    private static Outline read(byte[] bytes, FileLimits limits, PdfBudget budget)
            throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted()) {
                throw Kind.encrypted(); // nobody can see how much is packed in it
            }
            requirePages(document.getNumberOfPages(), limits);
            var reading = new PdfText(limits, budget);
            reading.getText(document);
            reading.writeLineSeparator();
            if (reading.lines.stream().allMatch(it -> it.text().isBlank())) {
                throw FileFault.SCANNED.refusal(
                        "no text is in the file: a scan must be recognised (OCR) first");
            }
            return reading.outline();
        }
    }

    private static void requirePages(int pages, FileLimits limits) {
        if (pages > limits.pages()) {
            throw FileFault.TOO_MANY_PAGES.refusal(
                    limits.pages(),
                    "the file has %d pages, at most %d are read: split it"
                            .formatted(pages, limits.pages()));
        }
    }

    /**
     * Of a page's stream with one filter by its bare name the library unpacks without asking the
     * filter: in a list of its own the name says the same.
     */
    @Override
    public void processPage(PDPage page) throws IOException {
        var stream = page.getCOSObject().getCOSStream(COSName.CONTENTS);
        if (stream != null && stream.getFilters() instanceof COSName) {
            list(stream, COSName.FILTER, COSName.F);
            list(stream, COSName.DECODE_PARMS, COSName.DP);
        }
        super.processPage(page);
    }

    private static void list(COSDictionary stream, COSName name, COSName abbreviated) {
        var value = stream.getDictionaryObject(name, abbreviated);
        if (value instanceof COSName || value instanceof COSDictionary) {
            var list = new COSArray();
            list.add(value);
            stream.setItem(name, list);
        }
    }

    /** Counts anew: how many pages there are is a number in the file. */
    @Override
    protected void startPage(PDPage page) {
        characters = 0;
        requirePages(++pages, limits);
        page.getContentStreams()
                .forEachRemaining(it -> budget.takeWork(it.getCOSObject().getLength()));
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        budget.takeWork(form.getCOSObject().getLength());
        budget.takeOperator(FORM);
        super.showForm(form);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        budget.takeWork(form.getCOSObject().getLength());
        budget.takeOperator(FORM);
        super.showTransparencyGroup(form);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.takeOperator(1);
        if (getGraphicsStackSize() > MOST_SAVED) {
            throw Kind.damaged();
        }
        fonts.require(operator, operands.isEmpty() ? null : operands.getFirst(), getResources());
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (++characters > MOST_CHARACTERS) {
            throw FileFault.PAGE_TOO_LONG.refusal(
                    MOST_CHARACTERS,
                    "a page of the file has more than %d characters".formatted(MOST_CHARACTERS));
        }
        budget.takeText(text.getUnicode());
        super.processTextPosition(text);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        line.append(text);
        for (var position : positions) {
            size = Math.max(size, Math.round(position.getFontSizeInPt() * 2));
            y = position.getYDirAdj();
        }
    }

    @Override
    protected void writeWordSeparator() {
        line.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        if (!line.isEmpty()) {
            lines.add(new Printed(line.toString().strip(), size, y));
        }
        line.setLength(0);
        size = 0;
    }

    private Outline outline() {
        var body = mostUsedSize();
        var headings = new TreeSet<Integer>(Comparator.reverseOrder());
        lines.stream().filter(it -> isHeading(it, body)).forEach(it -> headings.add(it.size()));
        var outline = new Outline();
        var paragraph = new StringBuilder();
        var before = 0f;
        for (var each : lines) {
            var heading = isHeading(each, body);
            if (heading || each.y() - before > each.size() || each.y() < before) {
                outline.paragraph(paragraph.toString());
                paragraph.setLength(0);
            }
            if (heading) {
                outline.heading(headings.headSet(each.size(), true).size(), each.text());
            } else {
                join(paragraph, each.text());
            }
            before = each.y();
        }
        outline.paragraph(paragraph.toString());
        return outline;
    }

    private static boolean isHeading(Printed line, int body) {
        return line.size() > body * LARGER && line.text().length() <= LONGEST_HEADING;
    }

    private int mostUsedSize() {
        var used = new HashMap<Integer, Integer>();
        lines.forEach(it -> used.merge(it.size(), it.text().length(), Integer::sum));
        return used.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Chinese has no space between lines, a word cut at a line's end has no hyphen. */
    private static void join(StringBuilder paragraph, String line) {
        if (!paragraph.isEmpty() && !line.isEmpty()) {
            var last = paragraph.codePointBefore(paragraph.length());
            if (last == '-' && Character.isLowerCase(line.codePointAt(0))) {
                paragraph.setLength(paragraph.length() - 1);
            } else if (!isIdeographic(last) || !isIdeographic(line.codePointAt(0))) {
                paragraph.append(' ');
            }
        }
        paragraph.append(line);
    }

    /** Of the blocks of Chinese and its punctuation, or beyond. */
    private static boolean isIdeographic(int codePoint) {
        return codePoint >= FIRST_IDEOGRAPHIC;
    }
}
