package io.wenda.conversation;

import io.wenda.knowledge.answering.Grounds;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Receipt of what a decision of the bot stood on besides the candidates.
 *
 * @param calibrationVersion of the company's own calibration; 0: the general one
 * @param wordsVersion of the company's lists of words; 0: none
 * @param model that the question was read by
 * @param path what happened on the way, in order
 * @param wording who worded the answer, where a language model did
 * @param intent that was recognised
 * @param flow where its flow stands
 */
public record AnswerGrounds(
        Thresholds thresholds,
        int calibrationVersion,
        int wordsVersion,
        String model,
        List<String> path,
        @Nullable Wording wording,
        @Nullable RecognisedIntent intent,
        @Nullable FlowRun flow) {

    /** Where no intent was recognised. */
    public AnswerGrounds(
            Thresholds thresholds,
            int calibrationVersion,
            int wordsVersion,
            String model,
            List<String> path,
            @Nullable Wording wording) {
        this(thresholds, calibrationVersion, wordsVersion, model, path, wording, null, null);
    }

    /** In the published words, if at all. */
    public AnswerGrounds(
            Thresholds thresholds,
            int calibrationVersion,
            int wordsVersion,
            String model,
            List<String> path) {
        this(thresholds, calibrationVersion, wordsVersion, model, path, null);
    }

    /** Where the knowledge was not asked. */
    public static AnswerGrounds withoutKnowledge(String model, List<String> path) {
        return new AnswerGrounds(new Thresholds(0, 0), 0, 0, model, path);
    }

    /** What she had told the flow. */
    public List<FlowRun.SlotValue> told() {
        return flow == null ? List.of() : flow.slots();
    }

    /** Of a turn that takes no step of the flow, which ends: what was told stays known. */
    public AnswerGrounds brokenOff() {
        return new AnswerGrounds(
                thresholds,
                calibrationVersion,
                wordsVersion,
                model,
                List.of(),
                null,
                intent,
                flow == null ? null : flow.brokenOff());
    }

    /** The same, on another path. */
    public AnswerGrounds on(List<String> path) {
        return new AnswerGrounds(
                thresholds, calibrationVersion, wordsVersion, model, path, wording, intent, flow);
    }

    /** The same, with an intent in the words of the company, and where its flow stands. */
    public AnswerGrounds with(RecognisedIntent intent, @Nullable FlowRun flow) {
        return new AnswerGrounds(
                thresholds, calibrationVersion, wordsVersion, model, path, null, intent, flow);
    }

    /** Of what the knowledge decided on. */
    public static AnswerGrounds of(Grounds grounds) {
        var wording = grounds.wording();
        return new AnswerGrounds(
                new Thresholds(grounds.thresholds().answer(), grounds.thresholds().clarify()),
                grounds.calibration(),
                grounds.words(),
                grounds.model(),
                grounds.path().stream().map(Enum::name).toList(),
                wording == null ? null : Wording.of(wording));
    }

    /** The language model that worded an answer, and what it cites. */
    public record Wording(String model, List<Cited> cited) {
        public Wording {
            cited = List.copyOf(cited);
        }

        private static Wording of(Grounds.Wording wording) {
            return new Wording(
                    wording.model(),
                    wording.cited().stream()
                            .map(it -> new Cited(it.entry().value(), it.number()))
                            .toList());
        }
    }

    /** A version of an entry. */
    public record Cited(UUID entry, int version) {}

    /** Those that held. */
    public record Thresholds(double answer, double clarify) {}

    public AnswerGrounds {
        path = List.copyOf(path);
    }
}
