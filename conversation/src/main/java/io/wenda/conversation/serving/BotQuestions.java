package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.MessageId;
import io.wenda.conversation.ledger.Earlier;
import io.wenda.conversation.ledger.Rows;
import io.wenda.knowledge.answering.Asker;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the bot was asked and has not answered yet. */
@Component
class BotQuestions {
    private static final String NEXT =
            """
            select c.owner_version, c.locale, c.channel_id, c.contact_id, k.attributes::text, m.seq, m.text, m.id as message_id,
              exists (select from bot_webhook w
                where w.tenant_id = c.tenant_id and w.channel_id = c.channel_id) as webhook,
              %s as earlier, (
                select t.grounds::text from bot_turn t
                where t.tenant_id = c.tenant_id and t.conversation_id = c.id
                  and t.seq = c.bot_seq and t.grounds -> 'flow' ->> 'open' = 'true') as flow
            from conversation c
              join contact k on k.tenant_id = c.tenant_id and k.id = c.contact_id
              cross join lateral (
                select tenant_id, conversation_id, seq, text, id from message m
                where m.tenant_id = c.tenant_id and m.conversation_id = c.id
                  and m.seq > c.bot_seq and m.sender = 'CONTACT'
                order by seq limit 1) m
            where c.id = :id and c.state = 'BOT'
            """
                    .formatted(Earlier.OF_MESSAGE);

    private final JdbcClient jdbc;
    private final Rows rows;
    private final JsonMapper json;
    private final Bot bot;

    BotQuestions(JdbcClient jdbc, Rows rows, JsonMapper json, Bot bot) {
        this.bot = bot;
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    /** The oldest one of a conversation that is the bot's. */
    @Transactional(readOnly = true)
    Optional<Question> next(ConversationId id) {
        return jdbc.sql(NEXT)
                .param("id", id.value())
                .query((row, _) ->
                        new Question(
                                place(id, row),
                                customer(row),
                                row.getString("text"),
                                Earlier.context(row.getString("earlier"), json),
                                ways(row),
                                flow(row.getString("flow"))))
                .optional();
    }

    private static Question.Place place(ConversationId id, ResultSet row) throws SQLException {
        return new Question.Place(
                id,
                row.getInt("owner_version"),
                new MessageId(row.getObject("message_id", UUID.class)),
                row.getInt("seq"));
    }

    private Question.Customer customer(ResultSet row) throws SQLException {
        return new Question.Customer(
                new ContactId(row.getObject("contact_id", UUID.class)),
                row.getString("locale"),
                new Asker(
                        new ChannelId(row.getObject("channel_id", UUID.class)),
                        json.readValue(row.getString("attributes"), new TypeReference<>() {})));
    }

    private Question.Ways ways(ResultSet row) throws SQLException {
        var ownBot = row.getBoolean("webhook");
        return new Question.Ways(ownBot, ownBot || bot.asksOutside());
    }

    private @Nullable AnswerGrounds flow(@Nullable String stored) {
        return stored == null ? null : rows.grounds(stored);
    }
}
