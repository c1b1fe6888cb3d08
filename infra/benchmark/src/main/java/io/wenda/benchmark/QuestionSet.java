package io.wenda.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Half of a language's evaluation file, whose signs its first lines explain: companies with what
 * they know and what their customers say, and questions that none of them can answer.
 */
record QuestionSet(List<Company> companies, List<String> outOfScope) {
    private static final int TUNING = 2;

    record Company(List<Entry> entries, List<String> nearMisses) {}

    record Entry(List<String> texts, List<String> asked) {
        String question() {
            return texts.getFirst();
        }
    }

    /** What thresholds may be chosen on. */
    static QuestionSet tuning(String language) {
        var all = read(language);
        return new QuestionSet(all.companies.subList(0, TUNING), everyOther(all.outOfScope, 0));
    }

    /** What is reported. */
    static QuestionSet test(String language) {
        var all = read(language);
        return new QuestionSet(
                all.companies.subList(TUNING, all.companies.size()), everyOther(all.outOfScope, 1));
    }

    private static List<String> everyOther(List<String> all, int first) {
        return IntStream.iterate(first, i -> i < all.size(), i -> i + 2)
                .mapToObj(all::get)
                .toList();
    }

    private static QuestionSet read(String language) {
        var set = new QuestionSet(new ArrayList<>(), new ArrayList<>());
        for (var line : lines("/evaluation/" + language + ".txt")) {
            if (line.startsWith("## ")) {
                set.companies.add(new Company(new ArrayList<>(), new ArrayList<>()));
            } else if (!line.startsWith("#")) {
                set.take(line.charAt(0), line.substring(2));
            }
        }
        return set;
    }

    private void take(char sign, String text) {
        var entries = companies.getLast().entries;
        switch (sign) {
            case '=' -> entries.add(new Entry(new ArrayList<>(List.of(text)), new ArrayList<>()));
            case '+' -> entries.getLast().texts.add(text);
            case '?' -> entries.getLast().asked.add(text);
            case '~' -> companies.getLast().nearMisses.add(text);
            case '!' -> outOfScope.add(text);
            default -> throw new IllegalArgumentException("Unknown sign: " + sign);
        }
    }

    private static List<String> lines(String resource) {
        var stream =
                Objects.requireNonNull(QuestionSet.class.getResourceAsStream(resource), resource);
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
