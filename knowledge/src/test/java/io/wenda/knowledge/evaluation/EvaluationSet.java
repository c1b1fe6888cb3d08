package io.wenda.knowledge.evaluation;

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
 * A language's evaluation file: what companies know, how customers ask for it, and what nobody
 * wrote.
 */
record EvaluationSet(List<Domain> domains, List<String> outOfScope) {

    record Domain(String name, List<Faq> entries, List<String> nearMisses) {}

    record Faq(List<String> texts, List<String> paraphrases) {}

    private static final int TUNING_DOMAINS = 2;

    /** What weights, words and thresholds may be chosen on. */
    static EvaluationSet tuning(String language) {
        var set = read(language);
        return new EvaluationSet(
                set.domains.subList(0, TUNING_DOMAINS), everyOther(set.outOfScope, 0));
    }

    /** Other companies and other questions; looked at only to say how good the outcome is. */
    static EvaluationSet test(String language) {
        var set = read(language);
        return new EvaluationSet(
                set.domains.subList(TUNING_DOMAINS, set.domains.size()),
                everyOther(set.outOfScope, 1));
    }

    private static List<String> everyOther(List<String> all, int first) {
        return IntStream.iterate(first, i -> i < all.size(), i -> i + 2)
                .mapToObj(all::get)
                .toList();
    }

    private static EvaluationSet read(String language) {
        var domains = new ArrayList<Domain>();
        var outOfScope = new ArrayList<String>();
        for (var line : lines("/evaluation/" + language + ".txt")) {
            if (line.startsWith("## ")) {
                domains.add(new Domain(line.substring(3), new ArrayList<>(), new ArrayList<>()));
            } else if (!line.startsWith("#")) {
                take(line.charAt(0), line.substring(2), domains, outOfScope);
            }
        }
        return new EvaluationSet(domains, outOfScope);
    }

    private static void take(
            char kind, String text, List<Domain> domains, List<String> outOfScope) {
        var domain = domains.getLast();
        switch (kind) {
            case '=' ->
                    domain.entries()
                            .add(new Faq(new ArrayList<>(List.of(text)), new ArrayList<>()));
            case '+' -> domain.entries().getLast().texts().add(text);
            case '?' -> domain.entries().getLast().paraphrases().add(text);
            case '~' -> domain.nearMisses().add(text);
            case '!' -> outOfScope.add(text);
            default -> throw new IllegalArgumentException("Unknown kind of line: " + kind);
        }
    }

    private static List<String> lines(String resource) {
        var stream =
                Objects.requireNonNull(EvaluationSet.class.getResourceAsStream(resource), resource);
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
