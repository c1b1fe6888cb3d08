package io.wenda.conversation.serving;

import io.wenda.conversation.AvailabilityStatus;
import io.wenda.conversation.ConversationEvent.QueueCause;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.conversation.ledger.Times;
import io.wenda.conversation.routing.Availabilities;
import io.wenda.conversation.routing.SkillGroups;
import io.wenda.conversation.routing.Slots;
import io.wenda.tenant.MemberId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives what a removed agent had to the queue it came from: nobody is left with an agent who will
 * never answer.
 */
@Component
class Leaving {
    private static final String AGENT_GONE = "AGENT_GONE";

    private final Availabilities availabilities;
    private final SkillGroups groups;
    private final Slots slots;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Leaving(
            Availabilities availabilities,
            SkillGroups groups,
            Slots slots,
            Ledger ledger,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.availabilities = availabilities;
        this.groups = groups;
        this.slots = slots;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** She is in no group any more, and nothing is hers. */
    void leave(MemberId agent) {
        if (!groups.removeEverywhere(agent)) {
            return;
        }
        availabilities.set(agent, AvailabilityStatus.OFFLINE, null);
        for (var id : open(agent)) {
            transactions.executeWithoutResult(_ ->
                    ledger.hold(id)
                            .filter(held -> agent.equals(held.assignee()))
                            .filter(held -> held.closedAt() == null)
                            .ifPresent(this::requeue));
        }
    }

    private List<ConversationId> open(MemberId agent) {
        return Objects.requireNonNull(
                transactions.execute(_ ->
                        jdbc.sql(
                                        """
                                        select id from conversation
                                        where assignee_id = ? and state in ('ACTIVE', 'WRAP_UP')
                                        """)
                                .param(agent.value())
                                .query((row, _) -> new ConversationId(row.getObject(1, UUID.class)))
                                .list()));
    }

    private void requeue(Held held) {
        var group = Objects.requireNonNull(held.group());
        if (Authority.takesSlot(held)) {
            slots.free(Objects.requireNonNull(held.assignee()));
        }
        held.queue(group, QueueCause.REQUEUE, AGENT_GONE, Times.now(clock));
        ledger.write(held);
    }
}
