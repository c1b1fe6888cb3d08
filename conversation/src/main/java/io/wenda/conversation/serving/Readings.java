package io.wenda.conversation.serving;

import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.Message;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what a live watcher has not seen yet, in one transaction: the conversation first, and then
 * its messages up to the number that it names, so that they belong together.
 */
@Component
public class Readings {
    private static final int AT_ONCE = 50;

    /**
     * What is there.
     *
     * @param messages the next ones, oldest first; there may be more
     * @param queuePosition from 1, while QUEUED
     */
    public record Reading(
            Conversation conversation, Page<Message> messages, @Nullable Integer queuePosition) {}

    private final ConversationQueries conversations;
    private final Transcripts transcripts;

    Readings(ConversationQueries conversations, Transcripts transcripts) {
        this.conversations = conversations;
        this.transcripts = transcripts;
    }

    /** What comes after the message of that number; nothing where the caller may not look. */
    @Transactional(readOnly = true)
    public Optional<Reading> after(Caller caller, ConversationId id, int afterSeq) {
        return conversations
                .byId(caller, id)
                .map(it ->
                        new Reading(it, messages(caller, it, afterSeq), queuePosition(caller, it)));
    }

    private Page<Message> messages(Caller caller, Conversation conversation, int afterSeq) {
        var nothing = Page.<Message>of(List.of(), AT_ONCE, null);
        if (conversation.lastSeq() <= afterSeq) {
            return nothing;
        }
        var id = conversation.id();
        var stretch = new Transcripts.Stretch(afterSeq, conversation.lastSeq() + 1, AT_ONCE, false);
        return transcripts.of(caller, List.of(id), stretch).getOrDefault(id, nothing);
    }

    private @Nullable Integer queuePosition(Caller caller, Conversation conversation) {
        return conversation.state() == ConversationState.QUEUED
                ? conversations
                        .queuePositions(caller, List.of(conversation.id()))
                        .get(conversation.id())
                : null;
    }
}
