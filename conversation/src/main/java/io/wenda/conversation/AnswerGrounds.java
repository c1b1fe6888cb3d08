package io.wenda.conversation;

import java.util.List;

/**
 * Receipt of what a decision of the bot stood on besides the candidates.
 *
 * @param calibrationVersion of the company's own calibration; 0: the general one
 * @param wordsVersion of the company's lists of words; 0: none
 * @param model that the question was read by
 * @param path what happened on the way, in order
 */
public record AnswerGrounds(
        Thresholds thresholds,
        int calibrationVersion,
        int wordsVersion,
        String model,
        List<String> path) {

    /** Those that held. */
    public record Thresholds(double answer, double clarify) {}

    public AnswerGrounds {
        path = List.copyOf(path);
    }
}
