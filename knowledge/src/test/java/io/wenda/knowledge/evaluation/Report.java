package io.wenda.knowledge.evaluation;

import io.wenda.knowledge.confidence.Calibration;
import io.wenda.knowledge.evaluation.Answered.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How sure a calibration was of each question, and what came of it. */
final class Report {

    private record Judged(Answered answered, double confidence) {}

    /**
     * Shares of what was answered: of the questions in scope rightly and wrongly, of the others at
     * all.
     */
    record Shares(double right, double wrong, double nearMisses, double outOfScope) {}

    private final List<Judged> judged = new ArrayList<>();

    void add(Answered answered, Calibration calibration) {
        var evidence = answered.evidence();
        judged.add(new Judged(answered, evidence == null ? 0 : calibration.confidence(evidence)));
    }

    Shares at(double threshold) {
        return new Shares(
                share(Kind.IN_SCOPE, threshold, true),
                share(Kind.IN_SCOPE, threshold, false),
                share(Kind.NEAR_MISS, threshold, false),
                share(Kind.OUT_OF_SCOPE, threshold, false));
    }

    /** In scope, by tenths of confidence: how many were right, of how many. */
    List<String> reliability() {
        return IntStream.range(0, 10)
                .mapToObj(tenth ->
                        judged.stream()
                                .filter(one -> one.answered.kind() == Kind.IN_SCOPE)
                                .filter(one -> (int) (one.confidence * 10) == tenth)
                                .toList())
                .map(those ->
                        those.stream().filter(one -> one.answered.right()).count()
                                + "/"
                                + those.size())
                .toList();
    }

    /** Share of the questions in scope whose nearest entry is the right one, answered or not. */
    double nearestIsRight() {
        var inScope = judged.stream().filter(one -> one.answered.kind() == Kind.IN_SCOPE).toList();
        return rounded(
                inScope.stream().filter(one -> one.answered.right()).count(), inScope.size());
    }

    /** Mean reciprocal place of the right entry, questions in scope. */
    double meanReciprocalRank() {
        return judged.stream()
                .map(Judged::answered)
                .filter(one -> one.kind() == Kind.IN_SCOPE)
                .mapToDouble(one -> one.place() == 0 ? 0 : 1.0 / one.place())
                .average()
                .orElse(0);
    }

    private double share(Kind kind, double threshold, boolean right) {
        var those = judged.stream().filter(one -> one.answered.kind() == kind).toList();
        return rounded(
                those.stream()
                        .filter(one -> one.confidence >= threshold && one.answered.right() == right)
                        .count(),
                those.size());
    }

    private static double rounded(long part, int all) {
        return Math.round(1000.0 * part / all) / 1000.0;
    }
}
