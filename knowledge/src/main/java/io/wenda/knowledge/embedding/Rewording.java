package io.wenda.knowledge.embedding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says a text in the words that knowledge is written in: other words for the same thing are
 * replaced, the longest first, and each once.
 */
public final class Rewording {
    private static final Pattern BETWEEN_IDEOGRAPHS =
            Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

    private final Map<String, String> words;
    private final Pattern any;

    /** Of the normalised words, each with what is to be said instead. */
    public Rewording(Map<String, String> words) {
        this.words = Map.copyOf(words);
        this.any =
                Pattern.compile(
                        words.keySet().stream()
                                .sorted(
                                        Comparator.comparingInt(String::length)
                                                .reversed()
                                                .thenComparing(Comparator.naturalOrder()))
                                .map(Rewording::whole)
                                .collect(Collectors.joining("|")));
    }

    /** The same text where it has none of the words. */
    public NormalText of(NormalText text) {
        var matcher = any.matcher(text.value());
        if (words.isEmpty() || !matcher.find()) {
            return text;
        }
        var said =
                matcher.replaceAll(found ->
                        Matcher.quoteReplacement(Objects.requireNonNull(words.get(found.group()))));
        return text.saying(
                text.language() == Language.CHINESE
                        ? BETWEEN_IDEOGRAPHS.matcher(said).replaceAll("")
                        : said);
    }

    /** Letters beside it would make another word of a Latin one. */
    private static String whole(String word) {
        var quoted = Pattern.quote(word);
        return (isLatin(word.codePointAt(0)) ? "(?<![a-z0-9])" : "")
                + quoted
                + (isLatin(word.codePointBefore(word.length())) ? "(?![a-z0-9])" : "");
    }

    private static boolean isLatin(int c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    /** Reads lines of "word = other, other"; words alone are among the keys of {@code alone}. */
    static Rewording read(String resource, List<String> alone) {
        var words = new LinkedHashMap<String, String>();
        for (var line : lines(resource)) {
            var sides = line.split(" = ", 2);
            var word = NormalText.of(sides[0]).value();
            if (sides.length == 1) {
                alone.add(word);
            } else {
                for (var other : sides[1].split(",", -1)) {
                    words.put(NormalText.of(other).value(), word);
                }
            }
        }
        return new Rewording(words);
    }

    private static List<String> lines(String resource) {
        var stream =
                Objects.requireNonNull(Rewording.class.getResourceAsStream(resource), resource);
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new ArrayList<>(
                    reader.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
