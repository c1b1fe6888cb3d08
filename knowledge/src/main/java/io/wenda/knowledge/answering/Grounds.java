package io.wenda.knowledge.answering;

import io.wenda.knowledge.VersionId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision stands on besides the candidates: enough to understand it when all of it has
 * changed.
 *
 * @param calibration version of the company's own calibration; 0: the general one
 * @param words version of the company's own lists of words; 0: it has none
 * @param model that the question was read by
 * @param wording who worded the answer, where a language model did
 */
public record Grounds(
        Thresholds thresholds,
        int calibration,
        int words,
        String model,
        List<Step> path,
        @Nullable Wording wording) {

    /** In the published words, if at all. */
    public Grounds(
            Thresholds thresholds, int calibration, int words, String model, List<Step> path) {
        this(thresholds, calibration, words, model, path, null);
    }

    /** The language model that worded an answer, and the versions that it cites. */
    public record Wording(String model, List<VersionId> cited) {}

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
        /** The search index refused the question. */
        INDEX_REFUSED,
        /** Nothing published is in the question's language, nor has its words in Chinese. */
        NOTHING_NEAR,
        /** The nearest is about another code or model. */
        OTHER_CODE,
        /** It is small talk, and the bot replies in kind. */
        SMALL_TALK,
        /** The answer has a word that the bot does not say. */
        SENSITIVE_ANSWER,
        /** A language model worded the answer, and its citations hold. */
        GENERATED,
        /** Too many questions wait for the model; from here on: the published answer is said. */
        GENERATION_BUSY,
        /** The model failed too often lately, and is not called for a while. */
        GENERATION_CIRCUIT_OPEN,
        /** The model cannot be reached. */
        GENERATION_UNREACHABLE,
        /** The model took too long. */
        GENERATION_TIMED_OUT,
        /** The model said no, cut itself short, or spoke another protocol. */
        GENERATION_BROKEN,
        /** The model found no answer in the passages. */
        GENERATION_DECLINED,
        /** The model cited nothing. */
        GENERATION_UNCITED,
        /** The model cited what there is not. */
        GENERATION_LYING,
        /** What the model wrote does not stand in what it cites. */
        GENERATION_UNSUPPORTED,
        /** The model used a word that the bot does not say. */
        GENERATION_SENSITIVE
    }

    Grounds with(Step step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return new Grounds(thresholds, calibration, words, model, List.copyOf(longer), wording);
    }

    Grounds with(Wording other) {
        return new Grounds(thresholds, calibration, words, model, path, other);
    }
}
