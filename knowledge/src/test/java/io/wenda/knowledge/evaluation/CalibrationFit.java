package io.wenda.knowledge.evaluation;

import io.wenda.knowledge.confidence.Calibration;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.evaluation.Answered.Kind;
import io.wenda.knowledge.index.OpenSearchConnection;
import io.wenda.knowledge.index.SearchIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The tool that the weights in Calibration come from: prints them, and what each threshold would do on each domain left out. */
final class CalibrationFit {

    private static final int SMALL_COMPANIES = 12;
    private static final long SEED = 7;

    private CalibrationFit() {}

    static List<Answered> samples(EvaluationRun run) {
        var samples = new ArrayList<>(run.ofWholeDomains());
        samples.addAll(run.ofSmallCompanies(SMALL_COMPANIES, SEED));
        return samples;
    }

    static void main(String[] address) throws Exception {
        var connection = new OpenSearchConnection(address[0], null, null, Duration.ofSeconds(10));
        try (var embeddings = new Embeddings();
                var index = new SearchIndex(connection, embeddings)) {
            for (var language : List.of("zh", "en")) {
                var samples = samples(new EvaluationRun(index, EvaluationSet.read(language)));
                System.out.println(language + " " + LogisticFit.fit(samples));
                leaveOneOut(samples);
            }
        }
    }

    private static void leaveOneOut(List<Answered> samples) {
        var judged = new ArrayList<Judged>();
        for (var domain : samples.stream().map(Answered::domain).distinct().toList()) {
            var others = LogisticFit.fit(samples.stream()
                    .filter(sample -> !sample.domain().equals(domain))
                    .toList());
            samples.stream()
                    .filter(sample -> sample.domain().equals(domain))
                    .forEach(sample -> judged.add(new Judged(sample, others)));
        }
        for (double threshold = 0.3; threshold < 0.95; threshold += 0.1) {
            print(threshold, judged);
        }
        reliability(judged);
        judged.stream()
                .filter(one -> one.confidence > 0.6 && !one.sample.right())
                .forEach(one -> System.out.printf(
                        Locale.ROOT,
                        "  wrong %.2f %s | %s | %s %s%n",
                        one.confidence,
                        one.sample.question(),
                        one.sample.nearest(),
                        one.sample.kind(),
                        one.sample.evidence()));
    }

    private static void print(double threshold, List<Judged> judged) {
        System.out.printf(
                Locale.ROOT,
                "  at %.1f: in scope answered right %.3f, wrong %.3f; near misses answered %.3f; out of scope answered %.4f%n",
                threshold,
                share(judged, Kind.IN_SCOPE, threshold, true),
                share(judged, Kind.IN_SCOPE, threshold, false),
                share(judged, Kind.NEAR_MISS, threshold, false),
                share(judged, Kind.OUT_OF_SCOPE, threshold, false));
    }

    private static double share(List<Judged> judged, Kind kind, double threshold, boolean right) {
        var those = judged.stream().filter(one -> one.sample.kind() == kind).toList();
        return (double) those.stream()
                        .filter(one -> one.confidence >= threshold && one.sample.right() == right)
                        .count()
                / those.size();
    }

    private static void reliability(List<Judged> judged) {
        for (int bin = 0; bin < 10; bin++) {
            double from = bin / 10.0;
            var those = judged.stream()
                    .filter(one -> one.sample.kind() == Kind.IN_SCOPE)
                    .filter(one -> one.confidence >= from && one.confidence < from + 0.1)
                    .toList();
            long right = those.stream().filter(one -> one.sample.right()).count();
            System.out.printf(Locale.ROOT, "  [%.1f] in scope %d, right %d%n", from, those.size(), right);
        }
    }

    private static final class Judged {
        private final Answered sample;
        private final double confidence;

        Judged(Answered sample, Calibration calibration) {
            this.sample = sample;
            this.confidence =
                    sample.evidence() == null ? 0 : calibration.confidence(Objects.requireNonNull(sample.evidence()));
        }
    }
}
