package io.wenda.knowledge.exchange.file;

import io.wenda.tenant.Refusal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Markdown that people read, with what else is known of an entry in a comment above it. The
 * comments carry a word made for the file, so no answer can contain one.
 */
final class MarkdownFile implements ItemWriter {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern MARK =
            Pattern.compile("<!-- wenda-knowledge ([0-9a-f]{16}) -->\\R\\R");
    private static final String HEADING = "## ";

    private final BufferedWriter writer;
    private final String word;

    MarkdownFile(OutputStream out) throws IOException {
        var random = new byte[8];
        new SecureRandom().nextBytes(random);
        word = HexFormat.of().formatHex(random);
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write("<!-- wenda-knowledge " + word + " -->\n\n");
    }

    @Override
    public void write(Item item) throws IOException {
        var about = item.saying("", "");
        // a comment ends at its first "-->"
        var json = JSON.writeValueAsString(about).replace(">", "\\u003e");
        writer.write("<!-- " + word + " " + json + " -->\n");
        writer.write(HEADING + item.question() + "\n\n" + item.answer() + "\n\n");
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** Whether the text was written here. */
    static boolean isOne(String text) {
        return MARK.matcher(text).lookingAt();
    }

    /** The entries of a file that was written here; none of any other. */
    static List<Item> read(String given) {
        var text = given.replace("\r\n", "\n");
        var mark = MARK.matcher(text);
        if (!mark.lookingAt()) {
            return List.of();
        }
        var begin = "<!-- " + mark.group(1) + " ";
        var items = new ArrayList<Item>();
        for (var at = text.indexOf(begin); at >= 0; ) {
            var next = text.indexOf("\n" + begin, at);
            var end = next < 0 ? text.length() : next + 1;
            items.add(item(text.substring(at + begin.length(), end)));
            at = next < 0 ? -1 : next + 1;
        }
        return items;
    }

    private static Item item(String block) {
        try {
            var about = JSON.readValue(block.substring(0, block.indexOf(" -->\n")), Item.class);
            var rest = block.substring(block.indexOf(" -->\n") + 5).stripLeading();
            var line = rest.indexOf('\n') < 0 ? rest.length() : rest.indexOf('\n');
            return about.saying(
                    Outline.line(rest.substring(0, line).replaceFirst("^#+\\s", "")),
                    within(rest.substring(line)));
        } catch (JacksonException | IndexOutOfBoundsException _) {
            throw damaged(block.substring(0, Math.min(block.length(), 80)));
        }
    }

    private static Refusal damaged(String begin) {
        return FileFault.DAMAGED_COMMENT.refusal(
                begin, "the comment above an entry is damaged: begins %s".formatted(begin));
    }

    /** Without the two line ends on either side that are ours. */
    private static String within(String answer) {
        var from = answer.startsWith("\n\n") ? 2 : 0;
        var to = answer.endsWith("\n\n") ? answer.length() - 2 : answer.length();
        return from < to ? answer.substring(from, to) : "";
    }
}
