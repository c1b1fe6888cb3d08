package io.wenda.knowledge.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.knowledge.confidence.Calibration;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.evaluation.EvaluationSet.Domain;
import io.wenda.knowledge.index.SearchIndex;
import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/**
 * What the engine is worth on the test half of the evaluation set. The models' eight-bit arithmetic
 * differs a little between processors, so these are floors and ceilings two or three questions away
 * from what was measured (see decision 0120).
 */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class EvaluationTest {

    private static final double ANSWER = 0.6;

    private final SearchIndex index;
    private final Embeddings embeddings;
    private final String url;

    EvaluationTest(
            SearchIndex index,
            Embeddings embeddings,
            @Value("${wenda.opensearch.url}") String url) {
        this.index = index;
        this.embeddings = embeddings;
        this.url = url;
    }

    @Test
    void chineseQuestionsFindTheirEntryBetterThanByEitherWayAlone() {
        var set = EvaluationSet.test("zh");
        var report = report(set, Language.CHINESE);

        assertThat(report.at(ANSWER).right()).isGreaterThan(0.70);
        assertThat(report.at(ANSWER).wrong()).isLessThan(0.13);
        assertThat(report.at(ANSWER).nearMisses()).isLessThan(0.10);
        assertThat(report.at(ANSWER).outOfScope()).isLessThanOrEqualTo(0.03);
        better(report, keywords(set, "cjk"));
        better(report, vectors(set));
    }

    @Test
    void englishQuestionsFindTheirEntryBetterThanByEitherWayAlone() {
        var set = EvaluationSet.test("en");
        var report = report(set, Language.ENGLISH);

        assertThat(report.at(ANSWER).right()).isGreaterThan(0.63);
        assertThat(report.at(ANSWER).wrong()).isLessThan(0.10);
        assertThat(report.at(ANSWER).nearMisses()).isLessThan(0.10);
        assertThat(report.at(ANSWER).outOfScope()).isLessThanOrEqualTo(0.03);
        better(report, keywords(set, "english"));
        better(report, vectors(set));
    }

    private static void better(Report ours, Ranking.Quality alone) {
        assertThat(ours.nearestIsRight()).isGreaterThan(alone.first());
        assertThat(ours.meanReciprocalRank()).isGreaterThan(alone.meanReciprocalRank());
    }

    private Ranking.Quality keywords(EvaluationSet set, String analyzer) {
        var companies = new LinkedHashMap<Domain, KeywordAlone>();
        try {
            set.domains()
                    .forEach(domain ->
                            companies.put(
                                    domain, new KeywordAlone(url, analyzer, domain.entries())));
            return Ranking.quality(companies);
        } finally {
            companies.values().forEach(KeywordAlone::close);
        }
    }

    private Ranking.Quality vectors(EvaluationSet set) {
        return Ranking.quality(
                set.domains().stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        domain ->
                                                new EmbeddingAlone(embeddings, domain.entries()))));
    }

    private Report report(EvaluationSet set, Language language) {
        var report = new Report();
        new EvaluationRun(index, set)
                .ofWholeDomains()
                .forEach(answered -> report.add(answered, Calibration.of(language)));
        return report;
    }
}
