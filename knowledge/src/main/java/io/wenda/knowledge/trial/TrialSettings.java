package io.wenda.knowledge.trial;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How trials run.
 *
 * @param sweep time between two looks for trials that wait, or whose node died
 * @param lease time without a sign of life after which another node takes a trial over
 * @param replayValid how long a replay speaks for its change
 * @param mostQuestions of all sets of a company together
 */
@ConfigurationProperties("wenda.knowledge.trial")
record TrialSettings(
        @DefaultValue("2s") Duration sweep,
        @DefaultValue("7s") Duration lease,
        @DefaultValue("1d") Duration replayValid,
        @DefaultValue("20000") int mostQuestions) {}
