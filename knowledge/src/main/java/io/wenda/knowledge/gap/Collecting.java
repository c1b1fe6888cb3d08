package io.wenda.knowledge.gap;

import io.wenda.knowledge.gap.Served.Turn;
import io.wenda.tenant.NewId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down, masked, what was not answered well in conversations that ended. */
@Component
class Collecting {
    private static final int SOME = 100;

    private final EndedConversations ended;
    private final GapSettings settings;
    private final JdbcClient jdbc;

    Collecting(EndedConversations ended, GapSettings settings, JdbcClient jdbc) {
        this.ended = ended;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /**
     * Looks at some conversations of the current company.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean collect() {
        var served = ended.take(SOME);
        served.forEach(it ->
                it.turns()
                        .forEach(turn ->
                                GapCause.of(turn, settings.unsureBelow())
                                        .ifPresent(cause -> keep(it, turn, cause))));
        return served.size() == SOME;
    }

    private void keep(Served served, Turn turn, GapCause cause) {
        var question = PlainLine.question(turn.question());
        if (question.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return;
        }
        jdbc.sql(
                        """
                        insert into gap_question
                          (tenant_id, id, conversation_id, seq, channel_id, locale, question,
                           cause, confidence, handled_millis, reply, asked_at)
                        values (current_setting('wenda.tenant_id')::uuid, :id, :conversation, :seq,
                          :channel, :locale, :question, :cause, :confidence, :handled, :reply, :at)
                        on conflict (tenant_id, conversation_id, seq) do nothing
                        """)
                .param("id", NewId.next())
                .param("conversation", served.conversation())
                .param("seq", turn.seq())
                .param("channel", served.channel().value())
                .param("locale", served.locale())
                .param("question", question)
                .param("cause", cause.name())
                .param("confidence", turn.confidence())
                .param("handled", turn.handled().toMillis())
                .param(
                        "reply",
                        AgentReply.answerAmong(turn.replies()).map(PlainLine::answer).orElse(null))
                .param("at", turn.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
