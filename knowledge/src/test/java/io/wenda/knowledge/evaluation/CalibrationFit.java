package io.wenda.knowledge.evaluation;

import io.wenda.knowledge.confidence.Calibration;
import io.wenda.knowledge.embedding.EmbeddingSettings;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.index.IndexDefinition;
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
    private static final double ANSWER = 0.6;

    private CalibrationFit() {}

    static void main(String[] address) throws Exception {
        var connection =
                new OpenSearchConnection(
                        address[0], null, null, Duration.ofSeconds(10), Duration.ofMinutes(1));
        try (var embeddings = new Embeddings(new EmbeddingSettings(""));
                var index =
                        new SearchIndex(
                                connection,
                                embeddings,
                                (_, _) -> Optional.empty(),
                                EngineSpans.none(),
                                IndexDefinition.current())) {
            for (var language : List.of("zh", "en")) {
                fit(language, new EvaluationRun(index, EvaluationSet.tuning(language)));
                own(language, EvaluationSet.tuning(language), index, embeddings);
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

    /** What each company's own calibration changes. */
    private static void own(
            String name, EvaluationSet set, SearchIndex index, Embeddings embeddings) {
        var language = name.equals("zh") ? Language.CHINESE : Language.ENGLISH;
        var run = new EvaluationRun(index, set);
        var general = new Report();
        var owned = new Report();
        for (var domain : set.domains()) {
            var own = run.ownCalibration(domain, language, embeddings);
            System.out.println("  own of " + domain.name() + ": " + own);
            run.ofWholeDomains().stream()
                    .filter(answered -> answered.domain().equals(domain.name()))
                    .forEach(answered -> {
                        general.add(answered, Calibration.of(language));
                        owned.add(answered, own);
                    });
        }
        System.out.println("  general " + general.at(ANSWER) + " " + general.reliability());
        System.out.println("  own     " + owned.at(ANSWER) + " " + owned.reliability());
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
