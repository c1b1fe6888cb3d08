package io.wenda.knowledge.trial;

import org.jspecify.annotations.Nullable;

/**
 * What came of one question of a trial.
 *
 * @param place in the trial, from 0
 * @param previous what the customer had asked before, where the question goes on from it
 * @param expectation absent for what a customer asked
 * @param before what it came to now (replay) or at the run before (batch), where it was asked then
 * @param after absent while it has not been asked
 */
public record TrialResult(
        TrialId trial,
        int place,
        String question,
        @Nullable String previous,
        String locale,
        @Nullable Expectation expectation,
        @Nullable Outcome before,
        @Nullable Outcome after,
        @Nullable Boolean passed,
        @Nullable Effect effect) {}
