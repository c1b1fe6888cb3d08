package io.wenda.knowledge.evaluation;

import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.index.OpenSearchConnection;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.tenant.engine.EngineSpans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tool that the weights in Calibration come from. Prints them, and what thresholds would do on
 * each domain when it was left out of the fit. Its argument is the address of an OpenSearch node.
 */
final class CalibrationFit {

    private static final int SMALL_COMPANIES = 12;
    private static final long SEED = 7;

    private CalibrationFit() {}

    static void main(String[] address) throws Exception {
        var connection =
                new OpenSearchConnection(
                        address[0], null, null, Duration.ofSeconds(10), Duration.ofMinutes(1));
        try (var embeddings = new Embeddings();
                var index =
                        new SearchIndex(
                                connection,
                                embeddings,
                                (_, _) -> Optional.empty(),
                                EngineSpans.none())) {
            for (var language : List.of("zh", "en")) {
                fit(language, new EvaluationRun(index, EvaluationSet.tuning(language)));
            }
        }
    }

    private static void fit(String language, EvaluationRun run) {
        var whole = run.ofWholeDomains();
        var small = run.ofSmallCompanies(SMALL_COMPANIES, SEED);
        var all = new ArrayList<>(whole);
        all.addAll(small);
        System.out.println(language + " " + LogisticFit.fit(all));
        for (double threshold = 0.3; threshold < 0.95; threshold += 0.1) {
            System.out.printf(
                    Locale.ROOT,
                    "  at %.1f whole domains %s; five entries %s%n",
                    threshold,
                    leftOut(whole, all).at(threshold),
                    leftOut(small, all).at(threshold));
        }
        System.out.println(
                "  reliability, whole domains, in scope: " + leftOut(whole, all).reliability());
    }

    /** Judges each domain's questions by what was fitted on the other domains. */
    private static Report leftOut(List<Answered> questions, List<Answered> all) {
        var report = new Report();
        for (var domain : all.stream().map(Answered::domain).distinct().toList()) {
            var others =
                    LogisticFit.fit(
                            all.stream()
                                    .filter(sample -> !sample.domain().equals(domain))
                                    .toList());
            questions.stream()
                    .filter(sample -> sample.domain().equals(domain))
                    .forEach(sample -> report.add(sample, others));
        }
        return report;
    }
}
