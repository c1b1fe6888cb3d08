package io.wenda.knowledge.flow;

import io.wenda.tenant.Refusal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places to fill: {@code {slot}} and {@code {connector.field}}. */
public final class Template {
    private static final int LONGEST_VALUE = 500;
    private static final Pattern PLACE =
            Pattern.compile("\\{([\\p{L}\\p{N}_]{1,40}(?:\\.[\\p{L}\\p{N}_]{1,40})?)}");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+");

    /** Marks of HTML and Markdown, and what reads the same and marks nothing. */
    private static final Map<Character, Character> INERT =
            Map.of('<', '＜', '>', '＞', '[', '［', ']', '］', '`', '｀', '&', '＆');

    private Template() {}

    /** The places in it; refuses a brace that begins none. */
    static Set<String> places(String text, String... field) {
        var places = new LinkedHashSet<String>();
        var rest =
                PLACE.matcher(text)
                        .replaceAll(found -> {
                            places.add(found.group(1));
                            return "";
                        });
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            throw new Refusal.Invalid(
                    "has a brace that holds no name: write {slot} or {connector.field}", field);
        }
        return places;
    }

    /** The text with each place filled; empty where a value is missing. */
    public static Optional<String> fill(String text, Map<String, String> values) {
        var missing =
                PLACE.matcher(text).results().anyMatch(it -> !values.containsKey(it.group(1)));
        return missing
                ? Optional.empty()
                : Optional.of(
                        PLACE.matcher(text)
                                .replaceAll(found ->
                                        Matcher.quoteReplacement(
                                                inert(values.getOrDefault(found.group(1), "")))));
    }

    /** One line, not long, that no reader of HTML or Markdown acts on. */
    public static String inert(String value) {
        var line = UNSEEN.matcher(value).replaceAll(" ").strip();
        var written = new StringBuilder();
        line.codePoints()
                .limit(LONGEST_VALUE)
                .map(c -> c < 128 ? INERT.getOrDefault((char) c, (char) c) : c)
                .forEach(written::appendCodePoint);
        return written.toString();
    }
}
