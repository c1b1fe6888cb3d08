package io.wenda.conversation.receipt;

import io.wenda.conversation.ledger.Earlier;
import io.wenda.knowledge.answering.Asked;
import io.wenda.knowledge.answering.Asker;
import io.wenda.knowledge.trial.CustomerQuestions;
import io.wenda.tenant.ChannelId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contacts' messages that the bot had to decide about, for trials of the knowledge; not what
 * they told when a flow asked.
 */
@Component
class AskedLately implements CustomerQuestions {
    private static final String LAST =
            """
            select m.text, c.locale, c.channel_id, k.attributes::text as attributes,
              %s as earlier
            from (
              select conversation_id, seq, at from bot_turn t
              where %s
              order by at desc limit :most) t
              join conversation c on c.id = t.conversation_id
              join contact k on k.tenant_id = c.tenant_id and k.id = c.contact_id
              join message m on m.conversation_id = t.conversation_id and m.seq = t.seq
            order by t.at desc
            """
                    .formatted(Earlier.OF_MESSAGE, BotReceipts.ABOUT_A_QUESTION);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AskedLately(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Asked> last(int most) {
        return jdbc.sql(LAST).param("most", most).query((row, _) -> asked(row)).list();
    }

    private Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getString("text"),
                Earlier.context(row.getString("earlier"), json),
                row.getString("locale"),
                new Asker(
                        new ChannelId(row.getObject("channel_id", UUID.class)),
                        json.readValue(row.getString("attributes"), new TypeReference<>() {})));
    }
}
