package io.wenda.knowledge.exchange.file;

import io.wenda.tenant.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads and writes files of knowledge; whatever is wrong with one is told with how to mend it. */
@Component
public class KnowledgeFiles {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeFiles.class);

    private final FileLimits limits;

    KnowledgeFiles(FileLimits limits) {
        this.limits = limits;
    }

    /** What the file is, by what stands in it. */
    public FileFormat kind(String name, byte[] bytes) {
        return Kind.of(name, bytes, limits);
    }

    /**
     * Reads a whole file.
     *
     * @param name heading of a document that has none
     * @param mapping what the columns of a table mean whose names we do not know, in lower case
     */
    public Content read(FileFormat format, String name, byte[] bytes, Map<String, Column> mapping) {
        try {
            return switch (format) {
                case CSV -> Row.content(Tables.read(PlainBytes.text(bytes), limits), mapping);
                case XLSX -> Row.content(Sheets.read(bytes, limits), mapping);
                case MARKDOWN -> markdown(name, PlainBytes.text(bytes));
                case HTML -> html(name, PlainBytes.text(bytes));
                case DOCX -> WordText.read(bytes, title(name), limits);
                case PDF -> Passages.of(PdfText.read(bytes, limits), title(name), limits);
            };
        } catch (FileRefused refused) {
            throw refused;
        } catch (RuntimeException | StackOverflowError e) {
            // the libraries throw all kinds of things at what nobody would have written
            LOG.info("a {} file cannot be read: {}", format, e.toString());
            throw Kind.damaged();
        }
    }

    /** A file that entries can be written into. */
    public ItemWriter writer(FileFormat format, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvFile(out);
            case XLSX -> new XlsxFile(out);
            case MARKDOWN -> new MarkdownFile(out);
            case HTML -> new HtmlFile(out);
            case DOCX -> new WordFile(out);
            case PDF ->
                    throw new Refusal.Invalid(
                            "PDF is read, but not written: take DOCX or HTML, and print that",
                            "format");
        };
    }

    private Content markdown(String name, String text) {
        var items = MarkdownFile.read(text);
        if (items.size() > limits.rows()) {
            throw Row.tooMany(limits);
        }
        return items.isEmpty()
                ? Passages.of(MarkdownText.read(text), title(name), limits)
                : Content.ofForms(items);
    }

    private Content html(String name, String text) {
        var document = HtmlText.parse(text);
        var items = HtmlText.forms(document);
        if (items.size() > limits.rows()) {
            throw Row.tooMany(limits);
        }
        return items.isEmpty()
                ? Passages.of(HtmlText.read(document), title(name), limits)
                : Content.ofForms(items);
    }

    private static String title(String name) {
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
