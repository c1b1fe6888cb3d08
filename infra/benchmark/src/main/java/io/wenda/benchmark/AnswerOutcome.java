package io.wenda.benchmark;

import io.wenda.benchmark.QuestionSet.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What came of the questions of a set.
 *
 * @param threshold from which score on a question is answered
 */
record AnswerOutcome(List<Asked> asked, double threshold) {
    private static final int MOST = 3;

    private enum Kind {
        IN_SCOPE,
        NEAR_MISS,
        OUT_OF_SCOPE
    }

    /**
     * One question.
     *
     * @param place of the right entry, 0 where it is not among the first three
     * @param score of the first
     */
    private record Asked(Kind kind, int place, double score) {}

    /** Asks all of them; who decides by itself gives a score of 1 to what it answers, 0 else. */
    static AnswerOutcome of(QuestionSet set, Function<List<Entry>, AnswerWay> ways) {
        var asked = new ArrayList<Asked>();
        for (var company : set.companies()) {
            try (var way = ways.apply(company.entries())) {
                for (var entry : company.entries()) {
                    entry.asked()
                            .forEach(
                                    it -> asked.add(ask(way, it, Kind.IN_SCOPE, entry.question())));
                }
                company.nearMisses().forEach(it -> asked.add(ask(way, it, Kind.NEAR_MISS, "")));
                set.outOfScope().forEach(it -> asked.add(ask(way, it, Kind.OUT_OF_SCOPE, "")));
            }
        }
        return new AnswerOutcome(asked, 1);
    }

    private static Asked ask(AnswerWay way, String question, Kind kind, String right) {
        var found = way.rank(question);
        var place = found.stream().limit(MOST).map(AnswerWay.Ranked::entry).toList().indexOf(right);
        return new Asked(kind, place + 1, found.isEmpty() ? 0 : found.getFirst().score());
    }

    /** The least score that is above all but that share of the questions out of scope. */
    double threshold(double share) {
        var scores =
                asked.stream()
                        .filter(it -> it.kind == Kind.OUT_OF_SCOPE)
                        .map(Asked::score)
                        .sorted()
                        .toList();
        var index = (int) Math.ceil(scores.size() * (1 - share)) - 1;
        return Math.nextUp(scores.get(index));
    }

    AnswerOutcome from(double score) {
        return new AnswerOutcome(asked, score);
    }

    double first() {
        return share(Kind.IN_SCOPE, it -> it.place == 1);
    }

    /** Of the first three places. */
    double meanReciprocalRank() {
        return asked.stream()
                .filter(it -> it.kind == Kind.IN_SCOPE)
                .mapToDouble(it -> it.place == 0 ? 0 : 1.0 / it.place)
                .average()
                .orElse(0);
    }

    double answeredRight() {
        return share(Kind.IN_SCOPE, it -> isAnswered(it) && it.place == 1);
    }

    double answeredWrong() {
        return share(Kind.IN_SCOPE, it -> isAnswered(it) && it.place != 1);
    }

    double refused() {
        return share(Kind.IN_SCOPE, it -> !isAnswered(it));
    }

    double answeredNearMisses() {
        return share(Kind.NEAR_MISS, this::isAnswered);
    }

    double answeredOutOfScope() {
        return share(Kind.OUT_OF_SCOPE, this::isAnswered);
    }

    private boolean isAnswered(Asked one) {
        return one.score >= threshold;
    }

    private double share(Kind kind, Predicate<Asked> which) {
        var those = asked.stream().filter(it -> it.kind == kind).toList();
        return those.stream().filter(which).count() / (double) those.size();
    }
}
