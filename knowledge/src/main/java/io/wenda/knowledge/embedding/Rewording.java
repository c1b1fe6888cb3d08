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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says a text in the words that knowledge is written in: other words for the same thing are
 * replaced, the longest first, and each once.
 */
public final class Rewording {
    private static final Pattern BETWEEN_IDEOGRAPHS =
            Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

    /** Whole words, and what is said instead. */
    private record Word(String word, String instead) {
        boolean standsAt(String text, int start) {
            return text.startsWith(word, start)
                    && !(isLatin(word.codePointAt(0)) && isPartOfWord(text, start - 1))
                    && !(isLatin(word.codePointBefore(word.length()))
                            && isPartOfWord(text, start + word.length()));
        }

        /** Letters beside it would make another word of a Latin one. */
        private static boolean isPartOfWord(String text, int place) {
            if (place < 0 || place >= text.length()) {
                return false;
            }
            var c = text.charAt(place);
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        }
    }

    /** By their first character, the longest first. */
    private final Map<Character, List<Word>> words;

    /** Of the normalised words, each with what is to be said instead. */
    public Rewording(Map<String, String> words) {
        this.words =
                words.entrySet().stream()
                        .map(it -> new Word(it.getKey(), it.getValue()))
                        .sorted(
                                Comparator.comparingInt((Word it) -> it.word().length())
                                        .reversed()
                                        .thenComparing(Word::word))
                        .collect(Collectors.groupingBy(it -> it.word().charAt(0)));
    }

    /** The same text where it has none of the words. */
    public NormalText of(NormalText text) {
        var value = text.value();
        var said = new StringBuilder();
        var from = 0;
        var at = 0;
        while (at < value.length()) {
            var found = at(value, at);
            if (found == null) {
                at++;
            } else {
                said.append(value, from, at).append(found.instead());
                at += found.word().length();
                from = at;
            }
        }
        if (from == 0) {
            return text;
        }
        said.append(value, from, value.length());
        return text.saying(
                text.language() == Language.CHINESE
                        ? BETWEEN_IDEOGRAPHS.matcher(said).replaceAll("")
                        : said.toString());
    }

    private @Nullable Word at(String text, int place) {
        for (var word : words.getOrDefault(text.charAt(place), List.of())) {
            if (word.standsAt(text, place)) {
                return word;
            }
        }
        return null;
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
