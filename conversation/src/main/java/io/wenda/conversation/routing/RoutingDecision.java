package io.wenda.conversation.routing;

import io.wenda.conversation.AvailabilityStatus;
import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a conversation goes to, and why not to the others. A pure function of what was known, so
 * that a stored decision can be made again.
 *
 * @param chosen absent where it waits
 */
record RoutingDecision(@Nullable MemberId chosen, List<Considered> agents) {

    /** What spoke for or against an agent. */
    enum Verdict {
        CHOSEN,
        NOT_ONLINE,
        FULL,
        MORE_LOADED,
        GIVEN_ONE_LATER
    }

    /** An agent at that moment, and the verdict. */
    record Considered(MemberId member, Verdict verdict, int load, int capacity) {}

    private static final Comparator<Agent> FAIREST =
            Comparator.comparingInt(Agent::load)
                    .thenComparing(
                            Agent::assignedAt,
                            Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                    .thenComparing(agent -> agent.member().value());

    /** Least loaded of those online with room; of equals, who waited longest for one. */
    static RoutingDecision among(List<Agent> agents) {
        var best = agents.stream().filter(RoutingDecision::mayTake).min(FAIREST);
        return new RoutingDecision(
                best.map(Agent::member).orElse(null),
                agents.stream()
                        .map(agent ->
                                new Considered(
                                        agent.member(),
                                        verdict(agent, best),
                                        agent.load(),
                                        agent.capacity()))
                        .toList());
    }

    /** Where the chosen one takes it, and up to which load. */
    Optional<AgentLoads.Seat> seat(SkillGroupId group) {
        return agents.stream()
                .filter(agent -> agent.verdict() == Verdict.CHOSEN)
                .map(agent -> new AgentLoads.Seat(agent.member(), group, agent.capacity()))
                .findFirst();
    }

    private static boolean mayTake(Agent agent) {
        return agent.status() == AvailabilityStatus.ONLINE && agent.load() < agent.capacity();
    }

    private static Verdict verdict(Agent agent, Optional<Agent> best) {
        if (agent.status() != AvailabilityStatus.ONLINE) {
            return Verdict.NOT_ONLINE;
        }
        if (agent.load() >= agent.capacity()) {
            return Verdict.FULL;
        }
        if (best.filter(agent::equals).isPresent()) {
            return Verdict.CHOSEN;
        }
        return best.filter(it -> it.load() < agent.load()).isPresent()
                ? Verdict.MORE_LOADED
                : Verdict.GIVEN_ONE_LATER;
    }
}
