package io.wenda.knowledge.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.knowledge.confidence.Calibration;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.index.SearchIndex;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/**
 * What the engine is worth on the evaluation set. The models' eight-bit arithmetic differs a little
 * between processors, so these are floors and ceilings two or three questions away from what was
 * measured (see decision 0010).
 */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class EvaluationTest {

    private static final double ANSWER = 0.6;

    private final SearchIndex index;

    EvaluationTest(SearchIndex index) {
        this.index = index;
    }

    @Test
    void chineseQuestionsFindTheirEntry() {
        var report = report("zh", Language.CHINESE);

        assertThat(report.nearestIsRight()).isGreaterThan(0.72);
        assertThat(report.at(ANSWER).right()).isGreaterThan(0.50);
        assertThat(report.at(ANSWER).wrong()).isLessThan(0.13);
        assertThat(report.at(ANSWER).nearMisses()).isLessThan(0.14);
        assertThat(report.at(ANSWER).outOfScope()).isLessThan(0.02);
    }

    @Test
    void englishQuestionsFindTheirEntry() {
        var report = report("en", Language.ENGLISH);

        assertThat(report.nearestIsRight()).isGreaterThan(0.79);
        assertThat(report.at(ANSWER).right()).isGreaterThan(0.62);
        assertThat(report.at(ANSWER).wrong()).isLessThan(0.08);
        assertThat(report.at(ANSWER).nearMisses()).isLessThan(0.12);
        assertThat(report.at(ANSWER).outOfScope()).isLessThan(0.02);
    }

    private Report report(String name, Language language) {
        var report = new Report();
        var run = new EvaluationRun(index, EvaluationSet.read(name));
        run.ofWholeDomains().forEach(answered -> report.add(answered, Calibration.of(language)));
        return report;
    }
}
