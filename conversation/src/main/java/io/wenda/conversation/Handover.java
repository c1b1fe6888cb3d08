package io.wenda.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent gets so that the customer need not repeat herself.
 *
 * @param question the contact's last message before it
 * @param intent that made the bot hand over
 * @param told what she told any flow until then, newest first
 * @param triedAnswers everything that the bot answered or offered until then, newest first
 */
public record Handover(
        HandoverReason reason,
        Instant at,
        @Nullable String question,
        @Nullable RecognisedIntent intent,
        List<FlowRun.SlotValue> told,
        List<AnswerCandidate> triedAnswers) {
    public Handover {
        told = List.copyOf(told);
        triedAnswers = List.copyOf(triedAnswers);
    }
}
