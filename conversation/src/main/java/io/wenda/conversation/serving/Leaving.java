package io.wenda.conversation.serving;

import io.wenda.conversation.AvailabilityStatus;
import io.wenda.conversation.ConversationEvent.QueueCause;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.conversation.routing.AgentLoads;
import io.wenda.conversation.routing.Availabilities;
import io.wenda.conversation.routing.SkillGroups;
import io.wenda.tenant.MemberId;
import java.util.Objects;
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
    private final AgentLoads loads;
    private final Ledger ledger;
    private final TransactionTemplate transactions;

    Leaving(
            Availabilities availabilities,
            SkillGroups groups,
            AgentLoads loads,
            Ledger ledger,
            TransactionTemplate transactions) {
        this.availabilities = availabilities;
        this.groups = groups;
        this.loads = loads;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /**
     * First nothing more comes to her, then what she has goes back. Where a process dies between
     * the two, the clock does it again.
     */
    void leave(MemberId agent) {
        if (groups.removeEverywhere(agent)) {
            availabilities.set(agent, AvailabilityStatus.OFFLINE, null);
        }
        transactions.executeWithoutResult(_ -> ledger.holdOpenOf(agent).forEach(this::requeue));
    }

    private void requeue(Held held) {
        var group = Objects.requireNonNull(held.group());
        if (Authority.takesSlot(held)) {
            loads.free(Objects.requireNonNull(held.assignee()));
        }
        held.queue(group, QueueCause.REQUEUE, AGENT_GONE);
        ledger.write(held);
    }
}
