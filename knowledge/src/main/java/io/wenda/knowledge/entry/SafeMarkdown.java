package io.wenda.knowledge.entry;

import io.wenda.tenant.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Tag;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * Markdown without anything that could run: of HTML only harmless tags stay, of links only those to
 * addresses. All else stays as it was written, to the letter, code too: it is text.
 */
public final class SafeMarkdown {
    private static final int MOST_ROUNDS = 20;
    private static final int DEEPEST = 50;
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    /** Their content is not for readers. */
    private static final Set<String> WITH_CONTENT =
            Set.of("script", "style", "iframe", "object", "template", "noscript", "title");

    /** Tags of browsers that HTML does not know, or no more. */
    private static final Set<String> NOT_HTML =
            Set.of("svg", "math", "xmp", "listing", "plaintext", "noembed", "noframes", "marquee");

    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final Pattern TAG = Pattern.compile("^<(/?)([A-Za-z][A-Za-z0-9-]*)");

    private static final Pattern ELEMENT =
            Pattern.compile(
                    "\\s*<(%s)\\b[^>]*>.*?</\\1\\s*>".formatted(String.join("|", WITH_CONTENT)),
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern STRAY =
            Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)(?=[\\s/>])[^>]*>?");

    private static final Safelist TAGS =
            new Safelist()
                    .addTags(
                            "a",
                            "b",
                            "blockquote",
                            "br",
                            "code",
                            "del",
                            "em",
                            "i",
                            "li",
                            "ol",
                            "p",
                            "pre",
                            "s",
                            "strong",
                            "sub",
                            "sup",
                            "table",
                            "tbody",
                            "td",
                            "th",
                            "thead",
                            "tr",
                            "u",
                            "ul")
                    .addAttributes("a", "href")
                    .addProtocols("a", "href", SCHEMES.toArray(String[]::new));

    private static final Document.OutputSettings AS_WRITTEN =
            new Document.OutputSettings().prettyPrint(false);

    private static final Parser PARSER =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .maxOpenBlockParsers(DEEPEST)
                    .build();

    /** A stretch of the text, and what stands there instead. */
    private record Cut(int from, int to, String instead) {}

    private SafeMarkdown() {}

    /** The text with nothing dangerous in it; what one cut makes anew is cut as well. */
    public static String of(String text) {
        var clean = text;
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var cuts = cuts(clean);
            if (cuts.isEmpty()) {
                return clean;
            }
            clean = without(clean, cuts);
        }
        throw new Refusal.Invalid(
                "has tags within tags that cannot be made safe: take them out", "answer");
    }

    private static List<Cut> cuts(String text) {
        var cuts = new ArrayList<Cut>();
        // no recursion: a text may be nested as deep as it is long
        for (@Nullable Node node = PARSER.parse(text); node != null; node = next(node)) {
            cut(node, text).filter(it -> changes(it, text)).ifPresent(cuts::add);
        }
        cuts.sort(Comparator.comparingInt(Cut::from));
        return cuts;
    }

    private static Optional<Cut> cut(Node node, String text) {
        return switch (node) {
            case HtmlBlock block -> cut(block, text);
            case HtmlInline tag -> cut(tag, end(tag), allowedTag(tag.getLiteral()));
            case Link link when !isAddress(link.getDestination()) ->
                    cut(link, link, inside(link, text));
            case Image image when !isAddress(image.getDestination()) ->
                    cut(image, image, inside(image, text));
            case Text words ->
                    cut(words, words, "")
                            .map(it -> text.substring(it.from(), it.to()))
                            .flatMap(it -> cut(words, words, withoutStray(it)));
            default -> Optional.empty();
        };
    }

    /** Of what must go with its content that alone: what stands behind it is Markdown again. */
    private static Optional<Cut> cut(HtmlBlock block, String text) {
        return cut(block, block, allowed(block.getLiteral()))
                .map(whole -> {
                    var end = whole.from();
                    var element = ELEMENT.matcher(text).region(end, whole.to());
                    while (element.lookingAt()) {
                        end = element.end();
                        element.region(end, whole.to());
                    }
                    return end == whole.from() ? whole : new Cut(whole.from(), end, "");
                });
    }

    private static Optional<Cut> cut(Node first, Node last, String instead) {
        var begin = first.getSourceSpans();
        var end = last.getSourceSpans();
        return begin.isEmpty() || end.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Cut(
                                begin.getFirst().getInputIndex(),
                                end.getLast().getInputIndex() + end.getLast().getLength(),
                                instead));
    }

    /** Of what must go with its content the end, else the tag itself. */
    private static Node end(HtmlInline tag) {
        var name = TAG.matcher(tag.getLiteral());
        if (name.find() && name.group(1).isEmpty() && WITH_CONTENT.contains(lower(name.group(2)))) {
            for (var at = tag.getNext(); at != null; at = at.getNext()) {
                if (at instanceof HtmlInline other
                        && lower(other.getLiteral()).startsWith("</" + lower(name.group(2)))) {
                    return other;
                }
            }
        }
        return tag;
    }

    /** What is no tag to Markdown may be one to a browser that is less strict. */
    private static String withoutStray(String words) {
        return STRAY.matcher(words)
                .replaceAll(tag ->
                        isTag(lower(tag.group(1))) && allowedTag("<" + tag.group(1) + ">").isEmpty()
                                ? ""
                                : Matcher.quoteReplacement(tag.group()));
    }

    private static String allowed(String html) {
        // what is text stays text: the only thing that jsoup writes in another way
        return Jsoup.clean(html, "", TAGS, AS_WRITTEN).replace("&amp;", "&");
    }

    private static String allowedTag(String tag) {
        var name = TAG.matcher(tag);
        if (!name.find()) {
            return ""; // a comment, or an instruction to somebody
        }
        var element = lower(name.group(2));
        if (!isTag(element) && tag.equals(name.group() + ">")) {
            return tag; // a word in pointed brackets
        }
        if (!name.group(1).isEmpty()) {
            return allowed("<" + element + "></" + element + ">").isEmpty() ? "" : tag;
        }
        return allowed(tag + "</" + element + ">").replace("</" + element + ">", "");
    }

    private static boolean isAddress(String destination) {
        var scheme = SCHEME.matcher(UNSEEN.matcher(destination).replaceAll(""));
        return !scheme.find() || SCHEMES.contains(lower(scheme.group(1)));
    }

    /** Whether browsers do something with it. */
    private static boolean isTag(String name) {
        return Tag.isKnownTag(name) || NOT_HTML.contains(name);
    }

    private static String inside(Node link, String text) {
        return Optional.ofNullable(link.getFirstChild())
                .flatMap(first ->
                        cut(first, Optional.ofNullable(link.getLastChild()).orElse(first), ""))
                .map(it -> text.substring(it.from(), it.to()))
                .orElse("");
    }

    private static boolean changes(Cut cut, String text) {
        return !text.substring(cut.from(), cut.to()).strip().equals(cut.instead().strip());
    }

    /** Cuts within cuts wait for the next round. */
    private static String without(String text, List<Cut> cuts) {
        var kept = new StringBuilder();
        var place = 0;
        for (var cut : cuts) {
            if (cut.from() >= place) {
                kept.append(text, place, cut.from()).append(cut.instead());
                place = cut.to();
            }
        }
        return kept.append(text, place, text.length()).toString();
    }

    private static @Nullable Node next(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at.getNext() != null) {
                return at.getNext();
            }
        }
        return null;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
