package io.wenda.conversation;

import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One service unit as it is now.
 *
 * @param version number of facts about it so far; every change raises it
 * @param locale BCP 47, the contact's language
 * @param assignee whose it is while ACTIVE or WRAP_UP, and who had it last once CLOSED
 * @param skillGroup whose queue it is or was in; absent until a person was asked for
 * @param lastSeq number of its newest message
 * @param disposition how its agent filed it, at its end
 * @param summary what its agent noted about it, for the next one
 */
public record Conversation(
        ConversationId id,
        int version,
        ConversationState state,
        ChannelId channel,
        ContactId contact,
        String locale,
        @Nullable MemberId assignee,
        @Nullable SkillGroupId skillGroup,
        int lastSeq,
        Instant startedAt,
        @Nullable Instant closedAt,
        @Nullable ConversationOutcome outcome,
        @Nullable String disposition,
        @Nullable String summary,
        @Nullable Rating rating) {}
