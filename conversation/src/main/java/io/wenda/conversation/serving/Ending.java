package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.ConversationSettings;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.routing.AgentLoads;
import io.wenda.conversation.serving.Conversations.Closing;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings a held conversation to its end: wrap-up, close, rating. */
@Component
class Ending {
    private static final int LONGEST_DISPOSITION = 200;
    private static final int LONGEST_SUMMARY = 8000;
    private static final int LONGEST_COMMENT = 2000;
    private static final int BEST = 5;

    private final AgentLoads loads;
    private final ConversationSettings settings;

    Ending(AgentLoads loads, ConversationSettings settings) {
        this.loads = loads;
        this.settings = settings;
    }

    /** By a person: with an outcome for good, without one only out of ACTIVE, into WRAP_UP. */
    void close(Held held, Closing closing) {
        if (held.state() == ConversationState.CLOSED) {
            throw Refusal.Conflict.notAllowedNow(
                    "the conversation is closed already", "conversationId");
        }
        held.note(
                optional(closing.disposition(), LONGEST_DISPOSITION, "disposition"),
                optional(closing.summary(), LONGEST_SUMMARY, "summary"));
        var outcome = closing.outcome();
        if (outcome == null) {
            wrapUp(held);
        } else {
            close(held, outcome);
        }
    }

    private void wrapUp(Held held) {
        if (held.state() != ConversationState.ACTIVE) {
            throw Refusal.Conflict.notAllowedNow(
                    "say how it ended: only what is ACTIVE can be closed without an outcome",
                    "outcome");
        }
        freeSlot(held);
        held.wrapUp();
    }

    private void close(Held held, ConversationOutcome outcome) {
        freeSlot(held);
        held.close(outcome);
    }

    private void freeSlot(Held held) {
        if (Authority.takesSlot(held)) {
            loads.free(Objects.requireNonNull(held.assignee()));
        }
    }

    /**
     * By the clock. With the bot an answer counts as help enough (RESOLVED, the bot outcome being
     * ASSUMED); who left without one, or left the queue, is ABANDONED.
     */
    void closeIdle(Held held) {
        switch (held.state()) {
            case BOT ->
                    close(
                            held,
                            held.answered()
                                    ? ConversationOutcome.RESOLVED
                                    : ConversationOutcome.ABANDONED);
            case QUEUED -> close(held, ConversationOutcome.ABANDONED);
            case WRAP_UP -> close(held, ConversationOutcome.UNRESOLVED);
            case ACTIVE, CLOSED -> throw new IllegalStateException("not idle: " + held.id());
        }
    }

    /** By the contact. */
    void rate(Held held, int score, @Nullable String comment) {
        if (score < 1 || score > BEST) {
            throw new Refusal.Invalid("a score is 1 to 5", "score");
        }
        var words = optional(comment, LONGEST_COMMENT, "comment");
        if (held.rated()) {
            throw new Refusal.Conflict("it is rated already", "conversationId");
        }
        var closed = held.closedAt();
        if (closed == null) {
            throw Refusal.Conflict.notAllowedNow(
                    "a conversation is rated after its close", "conversationId");
        }
        if (held.at().isAfter(closed.plus(settings.ratingWindow()))) {
            throw Refusal.Conflict.notAllowedNow(
                    "it was closed too long ago to be rated", "conversationId");
        }
        held.rate(score, words);
    }

    private static @Nullable String optional(@Nullable String value, int longest, String field) {
        return value == null || value.isBlank() ? null : Text.text(value, longest, field);
    }
}
