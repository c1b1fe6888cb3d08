package io.wenda.benchmark;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Keeps of each entry its best text, in an order that is best first. */
final class Once implements Predicate<AnswerWay.Ranked> {
    private final Set<String> seen = new HashSet<>();

    @Override
    public boolean test(AnswerWay.Ranked ranked) {
        return seen.add(ranked.entry());
    }
}
