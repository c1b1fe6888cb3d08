package io.wenda.knowledge.exchange.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads HTML: the entries that stand in tables of their own, else headings and what they say. */
final class HtmlText {
    private static final String UNREAD =
            "script, style, noscript, template, nav, svg, iframe, object, form, [hidden]";
    private static final int MOST_TAGS = 500_000;
    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s()<>]+");

    private final Outline outline = new Outline();
    private final StringBuilder words = new StringBuilder();

    private HtmlText() {}

    /** Each tag becomes an object many times as large. */
    static Document parse(String text) {
        if (text.chars().filter(it -> it == '<').count() > MOST_TAGS) {
            throw FileFault.TOO_MANY_PARTS.refusal(
                    MOST_TAGS, "the page has more than %d tags: split it".formatted(MOST_TAGS));
        }
        var document = Jsoup.parse(text);
        document.select(UNREAD).remove();
        return document;
    }

    /** Entries as {@link HtmlFile} writes them: a table of two columns each, with our names. */
    static List<Item> forms(Document document) {
        var items = new ArrayList<Item>();
        for (var table : document.select("table")) {
            var cells = new EnumMap<Column, String>(Column.class);
            for (var row : table.select("tr")) {
                if (row.childrenSize() == 2) {
                    Column.named(row.child(0).text())
                            .ifPresent(column -> cells.putIfAbsent(column, cell(row.child(1))));
                }
            }
            if (cells.containsKey(Column.QUESTION) && cells.containsKey(Column.ANSWER)) {
                items.add(Column.item(cells));
            }
        }
        return items;
    }

    static Outline read(Document document) {
        var reading = new HtmlText();
        reading.walk(document.body());
        reading.end();
        return reading.outline;
    }

    private static String cell(Element cell) {
        return Optional.ofNullable(cell.selectFirst("pre"))
                .map(Element::wholeText)
                .orElseGet(() -> cell.wholeText().strip());
    }

    private void walk(Node node) {
        switch (node) {
            case TextNode text -> words.append(text.getWholeText().replaceAll("\\s+", " "));
            case Element element -> element(element);
            default -> {}
        }
    }

    private void element(Element element) {
        var name = element.normalName();
        if (HEADING.matcher(name).matches()) {
            end();
            outline.heading(name.charAt(1) - '0', element.text());
        } else if (name.equals("br")) {
            words.append('\n');
        } else if (name.equals("a") && LINK.matcher(element.attr("href")).matches()) {
            words.append('[')
                    .append(element.text())
                    .append("](")
                    .append(element.attr("href"))
                    .append(')');
        } else if (name.equals("pre")) {
            end();
            outline.paragraph(element.wholeText());
        } else if (name.equals("tr")) {
            end();
            outline.paragraph(
                    element.children().stream()
                            .map(Element::text)
                            .collect(Collectors.joining(" | ")));
        } else {
            block(element);
        }
    }

    private void block(Element element) {
        if (element.isBlock()) {
            end();
            words.append(element.normalName().equals("li") ? "- " : "");
        }
        element.childNodes().forEach(this::walk);
        if (element.isBlock()) {
            end();
        }
    }

    private void end() {
        outline.paragraph(words.toString());
        words.setLength(0);
    }
}
