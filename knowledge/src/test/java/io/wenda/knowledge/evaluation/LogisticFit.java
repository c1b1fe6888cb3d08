package io.wenda.knowledge.evaluation;

import io.wenda.knowledge.confidence.Calibration;
import io.wenda.knowledge.confidence.Fit;
import io.wenda.knowledge.confidence.Sample;
import io.wenda.knowledge.evaluation.Answered.Kind;
import java.util.List;
import java.util.Objects;

/** Fits the general calibration, before which nothing is known but that its weights are small. */
final class LogisticFit {
    private static final double RIDGE = 0.5;
    private static final Calibration NOTHING = new Calibration(0, 0, 0);

    private LogisticFit() {}

    static Calibration fit(List<Answered> answered) {
        var samples =
                answered.stream()
                        .filter(one -> one.evidence() != null && !one.evidence().otherCode())
                        .toList();
        double inScope = samples.stream().filter(LogisticFit::isInScope).count();
        double others = samples.size() - inScope;
        return Fit.weighted(
                samples.stream()
                        .map(one ->
                                new Fit.Weighted(
                                        new Sample(
                                                Objects.requireNonNull(one.evidence()),
                                                one.right()),
                                        samples.size()
                                                * Fit.shareInScope(
                                                        isInScope(one), inScope, others)))
                        .toList(),
                NOTHING,
                0,
                RIDGE,
                RIDGE);
    }

    private static boolean isInScope(Answered answered) {
        return answered.kind() == Kind.IN_SCOPE;
    }
}
