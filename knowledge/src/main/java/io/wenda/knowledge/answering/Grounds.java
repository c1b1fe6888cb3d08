package io.wenda.knowledge.answering;

import java.util.ArrayList;
import java.util.List;

/**
 * What a decision stands on besides the candidates: enough to understand it when all of it has
 * changed.
 *
 * @param calibration version of the company's own calibration; 0: the general one
 * @param words version of the company's own lists of words; 0: it has none
 * @param model that the question was read by
 */
public record Grounds(
        Thresholds thresholds, int calibration, int words, String model, List<Step> path) {

    /** What happened on the way, in this order. */
    public enum Step {
        /** There was no word in it: nothing, or emoji only. */
        NO_WORDS,
        /** It has a word that the company keeps its bot out of. */
        SENSITIVE_QUESTION,
        /** Words of the company's customers were read as those of its knowledge. */
        SYNONYMS,
        /** It goes on from the question before, and was read together with it. */
        WITH_PREVIOUS,
        /** The search index did not answer. */
        INDEX_AWAY,
        /** Nothing published is in the question's language. */
        NOTHING_NEAR,
        /** The nearest is about another code or model. */
        OTHER_CODE,
        /** The answer has a word that the bot does not say. */
        SENSITIVE_ANSWER
    }

    Grounds with(Step step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return new Grounds(thresholds, calibration, words, model, List.copyOf(longer));
    }
}
