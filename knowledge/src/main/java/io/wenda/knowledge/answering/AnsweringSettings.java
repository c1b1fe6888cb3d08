package io.wenda.knowledge.answering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The thresholds of a company that has chosen none, and when companies are calibrated.
 *
 * @param answerThreshold where one of eight answers to a Chinese question, one of ten to an English
 *     one, is wrong on the test half of the evaluation set, and none to a question out of scope
 */
@ConfigurationProperties("wenda.knowledge")
record AnsweringSettings(
        @DefaultValue("0.6") double answerThreshold,
        @DefaultValue("0.3") double clarifyThreshold,
        @DefaultValue("20s") Duration calibrationDelay) {
    Thresholds thresholds() {
        return new Thresholds(answerThreshold, clarifyThreshold);
    }
}
