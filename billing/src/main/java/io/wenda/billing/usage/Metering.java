package io.wenda.billing.usage;

import io.wenda.billing.Meter;
import io.wenda.conversation.ConversationEvent;
import io.wenda.tenant.NewId;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a line for what is billed, in the transaction of the fact itself: neither can be without
 * the other. One insert and no counter, because a counter row would make all conversations of a
 * company wait for one another's commit.
 */
@Component
class Metering {
    private static final String ANSWER = "ANSWER";

    private final JdbcClient jdbc;

    Metering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void conversationStarted(ConversationEvent.Started started) {
        write(Meter.CONVERSATION, started, null, null);
    }

    @EventListener
    void botTurned(ConversationEvent.BotTurned turn) {
        if (turn.decision().equals(ANSWER)) {
            write(Meter.BOT_ANSWER, turn, turn.entry(), turn.entryVersion());
        }
    }

    /**
     * A conversation's version names one fact for ever, so the same fact told again is one line.
     */
    private void write(
            Meter meter,
            ConversationEvent fact,
            @Nullable UUID knowledgeEntry,
            @Nullable Integer knowledgeVersion) {
        var at = fact.at().atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        """
                        insert into usage_line
                          (tenant_id, conversation_id, conversation_version, id, meter, month, at,
                           knowledge_entry_id, knowledge_version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, conversation_id, conversation_version) do nothing
                        """)
                .param(fact.tenant().value())
                .param(fact.conversation().value())
                .param(fact.version())
                .param(NewId.next())
                .param(meter.name())
                .param(YearMonth.from(at).atDay(1))
                .param(at)
                .param(knowledgeEntry)
                .param(knowledgeVersion)
                .update();
    }
}
