package io.wenda.conversation.routing;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Draws conversations from the queues, in order, while agents have room. Many routers may work at
 * once, here and on other nodes: the claim is a conditional update, made with the conversation
 * held.
 */
@Component
public class Router {
    private static final Timer WAIT =
            Timer.builder("wenda.routing.wait")
                    .description("how long a conversation was QUEUED until an agent had it")
                    .publishPercentileHistogram()
                    .register(Metrics.globalRegistry);

    private final Ledger ledger;
    private final AgentLoads loads;
    private final RoutingDecisions decisions;
    private final TransactionTemplate transactions;

    Router(
            Ledger ledger,
            AgentLoads loads,
            RoutingDecisions decisions,
            TransactionTemplate transactions) {
        this.ledger = ledger;
        this.loads = loads;
        this.decisions = decisions;
        this.transactions = transactions;
    }

    /** Assigns whoever can be assigned now. */
    public void drain(TenantId tenant) {
        CurrentTenant.run(
                tenant,
                () -> {
                    for (var group : transactions.execute(_ -> loads.waitingGroups())) {
                        drain(group);
                    }
                });
    }

    private void drain(SkillGroupId group) {
        var assigned = true;
        while (assigned) {
            assigned = transactions.execute(_ -> assignNext(group));
        }
    }

    private boolean assignNext(SkillGroupId group) {
        return ledger.holdNext(group).filter(next -> assign(next, group)).isPresent();
    }

    private boolean assign(Held held, SkillGroupId group) {
        while (true) {
            var agents = loads.agentsOf(group);
            var decision = RoutingDecision.among(agents);
            var seat = decision.seat(group);
            if (seat.isEmpty()) {
                decisions.record(held, group, decision);
                return false;
            }
            if (loads.take(seat.get(), held.at())) {
                decisions.record(held, group, decision);
                WAIT.record(Duration.between(held.stateSince(), held.at()));
                held.assign(seat.get().member(), group);
                ledger.write(held);
                return true;
            }
            // somebody else filled her capacity, or she left: decide again from what is true now
        }
    }
}
