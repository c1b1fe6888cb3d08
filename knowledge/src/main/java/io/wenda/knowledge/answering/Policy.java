package io.wenda.knowledge.answering;

import io.wenda.knowledge.confidence.Calibration;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.embedding.Rewording;
import java.util.Map;

/**
 * All by which a company's questions are read and judged at one moment.
 *
 * @param generation version of its choice of a language model; 0: none
 */
record Policy(Thresholds thresholds, Words words, Calibrations calibrations, int generation) {

    /** A company's words, ready to be looked for. */
    record Words(int version, Rewording synonyms, Rewording stars) {
        static Words of(WordLists lists) {
            return new Words(lists.version(), lists.rewording(), lists.starring());
        }

        boolean isSensitive(NormalText text) {
            return !stars.of(text).equals(text);
        }
    }

    /**
     * A company's own calibrations.
     *
     * @param version 0: none yet
     */
    record Calibrations(int version, Map<Language, Calibration> own) {
        Calibration of(Language language) {
            return own.getOrDefault(language, Calibration.of(language));
        }
    }

    Policy with(Thresholds other) {
        return new Policy(other, words, calibrations, generation);
    }
}
