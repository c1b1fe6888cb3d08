package io.wenda.conversation.ledger;

import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.AnswerSource;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.Message;
import io.wenda.conversation.MessageId;
import io.wenda.conversation.Rating;
import io.wenda.conversation.Sender;
import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.MemberId;
import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into what others read. */
@Component
public class Rows {
    private final JsonMapper json;

    Rows(JsonMapper json) {
        this.json = json;
    }

    /** A row of {@code conversation}. */
    public static Conversation conversation(ResultSet result) {
        var row = new Columns(result);
        return new Conversation(
                new ConversationId(row.uuid("id")),
                row.number("version"),
                ConversationState.valueOf(row.text("state")),
                new ChannelId(row.uuid("channel_id")),
                new ContactId(row.uuid("contact_id")),
                row.text("locale"),
                row.maybe("assignee_id", UUID.class).map(MemberId::new).orElse(null),
                row.maybe("group_id", UUID.class).map(SkillGroupId::new).orElse(null),
                row.number("last_seq"),
                row.time("started_at"),
                row.maybeTime("closed_at"),
                row.maybeText("outcome").map(ConversationOutcome::valueOf).orElse(null),
                row.maybeText("disposition").orElse(null),
                row.maybeText("summary").orElse(null),
                rating(row));
    }

    private static @Nullable Rating rating(Columns row) {
        return row.maybe("rating_score", Integer.class)
                .map(score ->
                        new Rating(
                                score,
                                row.maybeText("rating_comment").orElse(null),
                                row.time("rated_at")))
                .orElse(null);
    }

    /** A row of {@code message}. */
    public Message message(ResultSet result) {
        var row = new Columns(result);
        return new Message(
                new MessageId(row.uuid("id")),
                new ConversationId(row.uuid("conversation_id")),
                row.number("seq"),
                row.maybeText("client_message_id").orElse(null),
                Sender.valueOf(row.text("sender")),
                row.maybe("agent_id", UUID.class).map(MemberId::new).orElse(null),
                row.text("text"),
                row.time("sent_at"),
                source(row),
                row.maybeText("choices").map(this::candidates).orElse(List.of()),
                row.flag("internal"),
                row.maybe("helpful", Boolean.class).orElse(null),
                row.flag("ai_generated"));
    }

    private static @Nullable AnswerSource source(Columns row) {
        return row.maybe("source_entry", UUID.class)
                .map(entry ->
                        new AnswerSource(
                                entry, row.number("source_version"), row.text("source_question")))
                .orElse(null);
    }

    /** A column of a decision's grounds. */
    public AnswerGrounds grounds(String stored) {
        return json.readValue(stored, AnswerGrounds.class);
    }

    /** A column of candidates. */
    public List<AnswerCandidate> candidates(String stored) {
        return json.readValue(stored, new TypeReference<List<AnswerCandidate>>() {});
    }
}
