package io.wenda.conversation.receipt;

import io.wenda.knowledge.answering.Rehearsal;
import io.wenda.knowledge.trial.CustomerQuestions;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The contacts' messages that the bot had to decide about, for trials of the knowledge; not what
 * they told when a flow asked.
 */
@Component
class AskedLately implements CustomerQuestions {
    private static final String LAST =
            """
            select m.text, c.locale
            from (
              select conversation_id, seq, at from bot_turn t
              where %s
              order by at desc limit :most) t
              join conversation c on c.id = t.conversation_id
              join message m on m.conversation_id = t.conversation_id and m.seq = t.seq
            order by t.at desc
            """
                    .formatted(BotReceipts.ABOUT_A_QUESTION);

    private final JdbcClient jdbc;

    AskedLately(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Rehearsal.Question> last(int most) {
        return jdbc.sql(LAST)
                .param("most", most)
                .query((row, _) -> new Rehearsal.Question(row.getString(1), row.getString(2)))
                .list();
    }
}
