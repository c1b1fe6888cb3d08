package io.wenda.conversation.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.conversation.AvailabilityStatus;
import io.wenda.conversation.routing.RoutingDecision.Considered;
import io.wenda.conversation.routing.RoutingDecision.Verdict;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoutingDecisionTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final MemberId ANNA = new MemberId(new UUID(0, 1));
    private static final MemberId BEN = new MemberId(new UUID(0, 2));
    private static final MemberId CLEO = new MemberId(new UUID(0, 3));
    private static final MemberId DORA = new MemberId(new UUID(0, 4));

    @Test
    void theLeastLoadedOnlineAgentWithRoomIsChosen() {
        var decision =
                RoutingDecision.among(
                        List.of(
                                new Agent(ANNA, AvailabilityStatus.ONLINE, 2, 5, NOON),
                                new Agent(BEN, AvailabilityStatus.ONLINE, 1, 5, NOON),
                                new Agent(CLEO, AvailabilityStatus.AWAY, 0, 5, NOON),
                                new Agent(DORA, AvailabilityStatus.ONLINE, 1, 1, NOON)));

        assertThat(decision.chosen()).isEqualTo(BEN);
        assertThat(decision.agents())
                .containsExactly(
                        new Considered(ANNA, Verdict.MORE_LOADED, 2, 5),
                        new Considered(BEN, Verdict.CHOSEN, 1, 5),
                        new Considered(CLEO, Verdict.NOT_ONLINE, 0, 5),
                        new Considered(DORA, Verdict.FULL, 1, 1));
    }

    @Test
    void ofEqualsWhoWaitedLongestIsChosen() {
        var decision =
                RoutingDecision.among(
                        List.of(
                                new Agent(ANNA, AvailabilityStatus.ONLINE, 1, 5, NOON),
                                new Agent(
                                        BEN, AvailabilityStatus.ONLINE, 1, 5, NOON.minusSeconds(1)),
                                new Agent(
                                        CLEO,
                                        AvailabilityStatus.ONLINE,
                                        1,
                                        5,
                                        NOON.plusSeconds(1))));

        assertThat(decision.chosen()).isEqualTo(BEN);
        assertThat(decision.agents().getFirst().verdict()).isEqualTo(Verdict.GIVEN_ONE_LATER);
    }

    @Test
    void whoNeverHadOneComesFirst() {
        var decision =
                RoutingDecision.among(
                        List.of(
                                new Agent(ANNA, AvailabilityStatus.ONLINE, 0, 5, NOON),
                                new Agent(BEN, AvailabilityStatus.ONLINE, 0, 5, null)));

        assertThat(decision.chosen()).isEqualTo(BEN);
    }

    @Test
    void nobodyIsChosenWhereNobodyCan() {
        var decision =
                RoutingDecision.among(
                        List.of(
                                new Agent(ANNA, AvailabilityStatus.ONLINE, 5, 5, NOON),
                                new Agent(BEN, AvailabilityStatus.OFFLINE, 0, 5, NOON)));

        assertThat(decision.chosen()).isNull();
        assertThat(decision.agents())
                .extracting(Considered::verdict)
                .containsExactly(Verdict.FULL, Verdict.NOT_ONLINE);
        assertThat(RoutingDecision.among(List.of()).chosen()).isNull();
    }
}
