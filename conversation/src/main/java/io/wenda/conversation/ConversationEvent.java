package io.wenda.conversation;

import io.wenda.tenant.ChannelId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.event.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact about one conversation. Every event raises the conversation's version by one, so that the
 * versions of a conversation's events are 1, 2, 3 ... in causal order, whatever order they arrive
 * in. Ids and figures only: no text, no name, and the contact as her random key.
 */
public sealed interface ConversationEvent extends Event {

    /** Whose fact. */
    ConversationId conversation();

    /** Version of the conversation after the fact, from 1. */
    int version();

    @Override
    default Optional<Subject> subject() {
        return Optional.of(new Subject(conversation().value(), version()));
    }

    /** The contact's first message opened it; the bot takes part where the channel says so. */
    record Started(
            TenantId tenant,
            ConversationId conversation,
            int version,
            Instant at,
            ChannelId channel,
            UUID contactKey,
            boolean bot)
            implements ConversationEvent {
        @Override
        public String type() {
            return "conversation.started";
        }
    }

    /** A message or an internal note was stored. */
    record MessageStored(
            TenantId tenant,
            ConversationId conversation,
            int version,
            Instant at,
            int seq,
            Sender sender,
            @Nullable MemberId agent,
            boolean internal)
            implements ConversationEvent {
        @Override
        public String type() {
            return "message.stored";
        }
    }

    /**
     * The bot decided about a contact message.
     *
     * @param decision ANSWER, CLARIFY or HANDOVER
     * @param entry best matching knowledge entry, the topic; absent where nothing matched
     */
    record BotTurned(
            TenantId tenant,
            ConversationId conversation,
            int version,
            Instant at,
            String decision,
            @Nullable UUID entry,
            @Nullable Integer entryVersion,
            double confidence)
            implements ConversationEvent {
        @Override
        public String type() {
            return "bot.turned";
        }
    }

    /**
     * The contact said whether an answer of the bot helped.
     *
     * @param seq number of the answer
     * @param entry what it came from
     * @param botOutcome CONFIRMED where the conversation was closed as ASSUMED before: the greater
     *     of the two words is the valid one
     */
    record AnswerRated(
            TenantId tenant,
            ConversationId conversation,
            int version,
            Instant at,
            int seq,
            UUID entry,
            boolean helpful,
            @Nullable BotOutcome botOutcome)
            implements ConversationEvent {
        @Override
        public String type() {
            return "answer.rated";
        }
    }

    /** Why a conversation went to a queue. */
    enum QueueCause {
        /** From the bot to people: the contact asked, or the bot did not know. */
        HANDOVER,
        /** An agent passed it to a group. */
        TRANSFER,
        /** Taken back from an agent, by a supervisor or because she is gone. */
        REQUEUE
    }

    /** It waits for an agent of the group. */
    record Queued(
            TenantId tenant,
            ConversationId conversation,
            int version,
            Instant at,
            SkillGroupId group,
            QueueCause cause,
            String reason)
            implements ConversationEvent {
        @Override
        public String type() {
            return "conversation.queued";
        }
    }

    /** It is the agent's from now on: ACTIVE. */
    record Assigned(
            TenantId tenant,
            ConversationId conversation,
            int version,
            Instant at,
            MemberId agent,
            SkillGroupId group)
            implements ConversationEvent {
        @Override
        public String type() {
            return "conversation.assigned";
        }
    }

    /** An agent passed it to another agent or group; Queued or Assigned follows at once. */
    record Transferred(
            TenantId tenant,
            ConversationId conversation,
            int version,
            Instant at,
            @Nullable MemberId fromAgent,
            @Nullable MemberId toAgent,
            @Nullable SkillGroupId toGroup)
            implements ConversationEvent {
        @Override
        public String type() {
            return "conversation.transferred";
        }
    }

    /** Its agent stopped serving without an outcome yet: WRAP_UP. */
    record WrapUpStarted(
            TenantId tenant, ConversationId conversation, int version, Instant at, MemberId agent)
            implements ConversationEvent {
        @Override
        public String type() {
            return "conversation.wrap_up";
        }
    }

    /**
     * It ended.
     *
     * @param botOutcome absent where the bot took no part
     * @param agent who had it last, absent where none had
     * @param surveySent whether the contact was asked to rate
     */
    record Closed(
            TenantId tenant,
            ConversationId conversation,
            int version,
            Instant at,
            ConversationOutcome outcome,
            @Nullable BotOutcome botOutcome,
            @Nullable MemberId agent,
            boolean surveySent)
            implements ConversationEvent {
        @Override
        public String type() {
            return "conversation.closed";
        }
    }

    /** The contact rated it after its close, 1 to 5. */
    record Rated(TenantId tenant, ConversationId conversation, int version, Instant at, int score)
            implements ConversationEvent {
        @Override
        public String type() {
            return "conversation.rated";
        }
    }
}
