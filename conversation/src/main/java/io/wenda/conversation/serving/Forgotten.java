package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationSettings;
import io.wenda.conversation.ledger.Times;
import io.wenda.conversation.routing.Routing;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds what a process that died was about to do: bot turns, queues with agents waiting,
 * conversations of agents who were removed.
 */
@Component
class Forgotten {
    private static final int BATCH = 500;

    private final SystemDatabase system;
    private final BotTurns turns;
    private final Routing routing;
    private final ConversationSettings settings;
    private final Clock clock;

    Forgotten(
            SystemDatabase system,
            BotTurns turns,
            Routing routing,
            ConversationSettings settings,
            Clock clock) {
        this.system = system;
        this.turns = turns;
        this.routing = routing;
        this.settings = settings;
        this.clock = clock;
    }

    /** Contact messages that the bot should have answered by now. */
    void makeUpTurns() {
        makeUpTurns(BATCH);
    }

    /** So many of them at most: the oldest of each company first. */
    void makeUpTurns(int atMost) {
        system.jdbc()
                .sql(
                        """
                        select tenant_id, id from (
                          select tenant_id, id, last_message_at, row_number()
                            over (partition by tenant_id order by last_message_at) as turn
                          from conversation
                          where state = 'BOT' and bot_seq < last_contact_seq
                            and last_message_at < :before) overdue
                        where turn <= :atMost
                        order by turn, last_message_at limit :atMost
                        """)
                .param("before", Times.parameter(Times.now(clock).minus(settings.botMakeUp())))
                .param("atMost", atMost)
                .query((row, _) -> {
                    turns.wake(
                            new TenantId(row.getObject(1, UUID.class)),
                            new ConversationId(row.getObject(2, UUID.class)));
                    return true;
                })
                .list();
    }

    /** Companies in which somebody waits and somebody is online. */
    void makeUpRoutings() {
        system.jdbc()
                .sql(
                        """
                        select distinct c.tenant_id from conversation c
                        where c.state = 'QUEUED' and exists (
                          select from agent_load a
                          where a.tenant_id = c.tenant_id and a.status = 'ONLINE')
                        """)
                .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                .list()
                .forEach(routing::wake);
    }
}
