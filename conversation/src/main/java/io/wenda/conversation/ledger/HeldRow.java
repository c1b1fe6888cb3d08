package io.wenda.conversation.ledger;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.wenda.conversation.BotOutcome;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What the row of a conversation holds: fields are columns, by name. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
abstract class HeldRow {
    final ConversationId id;
    int version;
    ConversationState state;
    Instant stateSince;
    int ownerVersion;

    @JsonProperty("channel_id")
    final ChannelId channel;

    @JsonProperty("contact_id")
    final ContactId contact;

    final UUID contactKey;
    final String locale;
    final boolean bot;
    final Instant startedAt;
    boolean answered;
    boolean confirmed;
    boolean handedOver;
    boolean served;
    @Nullable MemberId assigneeId;
    @Nullable MemberId lastAgentId;
    @Nullable SkillGroupId groupId;
    int lastSeq;
    int lastContactSeq;
    int botSeq;
    Instant lastMessageAt;
    @Nullable Instant closedAt;
    @Nullable ConversationOutcome outcome;
    @Nullable BotOutcome botOutcome;
    @Nullable String disposition;
    @Nullable String summary;
    @Nullable Integer ratingScore;
    @Nullable String ratingComment;
    @Nullable Instant ratedAt;

    /** Time in ACTIVE and WRAP_UP. */
    long handledMillis;

    HeldRow(Columns row) {
        this.id = new ConversationId(row.uuid("id"));
        this.version = row.number("version");
        this.state = ConversationState.valueOf(row.text("state"));
        this.stateSince = row.time("state_since");
        this.ownerVersion = row.number("owner_version");
        this.channel = new ChannelId(row.uuid("channel_id"));
        this.contact = new ContactId(row.uuid("contact_id"));
        this.contactKey = row.uuid("contact_key");
        this.locale = row.text("locale");
        this.bot = row.flag("bot");
        this.startedAt = row.time("started_at");
        this.answered = row.flag("answered");
        this.confirmed = row.flag("confirmed");
        this.handedOver = row.flag("handed_over");
        this.served = row.flag("served");
        this.assigneeId = row.maybe("assignee_id", UUID.class).map(MemberId::new).orElse(null);
        this.lastAgentId = row.maybe("last_agent_id", UUID.class).map(MemberId::new).orElse(null);
        this.groupId = row.maybe("group_id", UUID.class).map(SkillGroupId::new).orElse(null);
        this.lastSeq = row.number("last_seq");
        this.lastContactSeq = row.number("last_contact_seq");
        this.botSeq = row.number("bot_seq");
        this.lastMessageAt = row.time("last_message_at");
        this.closedAt = row.maybeTime("closed_at");
        this.outcome = row.maybeText("outcome").map(ConversationOutcome::valueOf).orElse(null);
        this.botOutcome = row.maybeText("bot_outcome").map(BotOutcome::valueOf).orElse(null);
        this.disposition = row.maybeText("disposition").orElse(null);
        this.summary = row.maybeText("summary").orElse(null);
        this.ratingScore = row.maybe("rating_score", Integer.class).orElse(null);
        this.ratingComment = row.maybeText("rating_comment").orElse(null);
        this.ratedAt = row.maybeTime("rated_at");
        this.handledMillis = row.maybe("handled_millis", Long.class).orElseThrow();
    }
}
