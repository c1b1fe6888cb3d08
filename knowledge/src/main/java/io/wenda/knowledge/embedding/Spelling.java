package io.wenda.knowledge.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts English typos right: one letter too many, missing, wrong, or two in the wrong order. The
 * words are those of the model's vocabulary, which has the frequent ones first, and those of
 * service, which are preferred.
 */
final class Spelling {
    private static final Pattern WORD = Pattern.compile("(?<![a-z0-9'-])[a-z]{4,24}(?![a-z0-9'-])");
    private static final Pattern WHOLE = Pattern.compile("[a-z]{3,}");
    private static final Pattern ENDING = Pattern.compile("(?:s|es|d|ed|ing|er|ly)$");
    private static final int FREQUENT = 12_000;
    private static final int SHORTEST = 4;

    private final Set<String> known = new HashSet<>();

    /** What may have been meant, by first letter: words of service first, then by frequency. */
    private final Map<Character, List<String>> meant = new HashMap<>();

    private Spelling(Iterable<String> service, Iterable<Map.Entry<String, Integer>> vocabulary) {
        service.forEach(this::add);
        for (var word : vocabulary) {
            if (word.getValue() < FREQUENT) {
                add(word.getKey());
            } else {
                known.add(word.getKey());
            }
        }
    }

    static Spelling of(String model, List<String> service) {
        try (InputStream tokenizer =
                Objects.requireNonNull(
                        Spelling.class.getResourceAsStream("/" + model + "-tokenizer.json"))) {
            var vocabulary =
                    new JsonMapper()
                            .readTree(tokenizer).at("/model/vocab").properties().stream()
                                    .filter(piece -> WHOLE.matcher(piece.getKey()).matches())
                                    .map(piece ->
                                            Map.entry(piece.getKey(), piece.getValue().asInt()))
                                    .sorted(Map.Entry.comparingByValue())
                                    .toList();
            return new Spelling(service, vocabulary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String word) {
        if (known.add(word) && word.length() >= SHORTEST) {
            meant.computeIfAbsent(word.charAt(0), _ -> new ArrayList<>()).add(word);
        }
    }

    NormalText of(NormalText text) {
        return text.saying(
                WORD.matcher(text.value())
                        .replaceAll(word -> Matcher.quoteReplacement(right(word.group()))));
    }

    private String right(String word) {
        if (known.contains(word) || known.contains(ENDING.matcher(word).replaceFirst(""))) {
            return word;
        }
        return meant.getOrDefault(word.charAt(0), List.of()).stream()
                .filter(other -> oneSlip(word, other))
                .findFirst()
                .orElse(word);
    }

    private static boolean oneSlip(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        var restA = a.substring(same);
        var restB = b.substring(same);
        if (restA.length() != restB.length()) {
            return restA.length() > restB.length()
                    ? restA.substring(1).equals(restB)
                    : restB.substring(1).equals(restA);
        }
        return restA.isEmpty()
                || restA.substring(1).equals(restB.substring(1))
                || swapped(restA, restB);
    }

    private static boolean swapped(String a, String b) {
        return a.length() > 1
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)
                && a.substring(2).equals(b.substring(2));
    }
}
