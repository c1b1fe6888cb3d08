package io.wenda.knowledge.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.EntryId;
import io.wenda.tenant.Caller;
import io.wenda.tenant.PageRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the people of a company under test do with trials, in short words. */
@Component
record Laboratory(
        QuestionSets sets,
        SetQuestions questions,
        Trials trials,
        TrialReader reader,
        Gate gate,
        Customers customers) {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    QuestionSetId set(CompanyUnderTest company, String name) {
        return company.in(() -> sets.create(company.owner(), name)).id();
    }

    void expect(
            CompanyUnderTest company, QuestionSetId set, @Nullable EntryId entry, String... asked) {
        var wanted =
                Arrays.stream(asked).map(it -> new NewQuestion(it, "en", entry, null)).toList();
        company.in(() -> questions.add(company.owner(), set, wanted));
    }

    Trial batch(CompanyUnderTest company, QuestionSetId set) {
        return done(company, company.in(() -> trials.startBatch(company.owner(), set)));
    }

    Trial replay(CompanyUnderTest company, Change... changes) {
        return replay(company, company.owner(), changes);
    }

    Trial replay(CompanyUnderTest company, Caller caller, Change... changes) {
        return done(company, company.in(() -> trials.startReplay(caller, List.of(changes))));
    }

    Trial done(CompanyUnderTest company, Trial trial) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(again(company, trial).state())
                                .isIn(TrialState.DONE, TrialState.FAILED));
        return again(company, trial);
    }

    Trial again(CompanyUnderTest company, Trial trial) {
        return company.in(() -> reader.find(trial.id())).orElseThrow();
    }

    List<TrialResult> results(CompanyUnderTest company, Trial trial, Effect... effects) {
        var filter = new ResultFilter(null, effects.length == 0 ? null : List.of(effects));
        return company.in(
                        () -> reader.results(trial.id(), filter, new PageRequest(null, 200, false)))
                .items();
    }

    void limit(CompanyUnderTest company, int worse) {
        var rule = company.in(() -> gate.choose(company.owner(), new GateRule(worse, 100)));
        assertThat(rule.worseLimit()).isEqualTo(worse);
    }
}
