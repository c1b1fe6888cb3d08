package io.wenda.knowledge.trial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.entry.Revision;
import io.wenda.knowledge.entry.Terms;
import io.wenda.knowledge.entry.Validity;
import io.wenda.tenant.NewId;
import io.wenda.tenant.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** What is planned goes out at its hour although other things do, and however far ahead it was. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class PlannedReplaysTest {
    private static final String CARDS = "Which credit cards do you accept?";
    private static final String SHOP = "Where is your shop?";

    private final Desks desks;
    private final Desk desk;
    private final CompanyUnderTest company;
    private final Laboratory lab;
    private final TrialRounds rounds;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PlannedReplaysTest(
            Desks desks,
            Laboratory lab,
            TrialRounds rounds,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.desks = desks;
        this.desk = desks.open();
        this.company = desk.company();
        this.lab = lab;
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Test
    void whatIsPlannedForOneHourIsPlayedTogetherBeforeItAndOnce() {
        var cards = approved(desk, CARDS);
        var shop = approved(desk, SHOP);
        gateIsOn(company);
        lab.replay(company, new Change(cards, 1));
        lab.replay(company, new Change(shop, 1));
        var hour = clock.instant().plusSeconds(50);
        desk.plan(cards, 1, hour);
        desk.plan(shop, 1, hour);
        var other = desks.open();
        var lone = approved(other, CARDS);
        other.plan(lone, 1, hour); // no gate there

        desk.replayPlanned(3);

        var begun = replays(company);
        assertThat(begun).hasSize(3);
        assertThat(begun.getFirst().changes())
                .containsExactlyInAnyOrder(new Change(cards, 1), new Change(shop, 1));
        assertThat(begun.getFirst().askedBy()).isEqualTo(company.owner().id());
        assertThat(replays(other.company())).isEmpty();
        lab.done(company, begun.getFirst());
        desk.replayPlanned(1);
        assertThat(replays(company)).hasSize(3);
        theHourComes(cards, shop);
        await().untilAsserted(() -> {
            desk.publishDue(2);
            assertThat(List.of(cards, shop))
                    .allSatisfy(it -> assertThat(desk.entry(it).published()).isEqualTo(1));
        });
    }

    @Test
    void aLaterHourIsPlayedWhenTheOneBeforeIsOut() {
        var cards = approved(desk, CARDS);
        var shop = approved(desk, SHOP);
        gateIsOn(company);
        desk.plan(cards, 1, clock.instant().plusSeconds(40));
        desk.plan(shop, 1, clock.instant().plusSeconds(50));

        desk.replayPlanned(1);
        var first = replays(company);
        assertThat(first).hasSize(1);
        assertThat(first.getFirst().changes()).containsExactly(new Change(cards, 1));
        lab.done(company, first.getFirst());
        theHourComes(cards);
        await().untilAsserted(() -> {
            desk.publishDue(1);
            assertThat(desk.entry(cards).published()).isEqualTo(1);
        });
        desk.replayPlanned(1);

        assertThat(replays(company).getFirst().changes()).containsExactly(new Change(shop, 1));
    }

    @Test
    void whatNobodyPlayedBeforeItsHourIsPlayedAfterItAndGoesOut() {
        var cards = approved(desk, CARDS);
        gateIsOn(company);
        desk.plan(cards, 1, clock.instant().plusSeconds(50));
        theHourComes(cards);
        desk.publishDue(2);
        var held = requireNonNull(desk.version(cards, 1).schedule());
        assertThat(held.fault()).contains("startReplay");
        assertThat(held.tries()).isEqualTo(1);
        assertThat(held.next()).isAfter(held.at());

        desk.replayPlanned(3);

        assertThat(replays(company)).hasSize(1);
        lab.done(company, replays(company).getFirst());
        await().untilAsserted(() -> {
            desk.publishDue(2);
            assertThat(desk.entry(cards).published()).isEqualTo(1);
        });
    }

    @Test
    void aReplayForPlansThatIsOutdatedEndsWhenTheNextIsBegun() {
        var cards = approved(desk, CARDS);
        var shop = desk.create(SHOP);
        gateIsOn(company);
        rounds.stop();
        try {
            company.in(
                    () -> lab.trials().startReplay(company.owner(), List.of(new Change(shop, 1))));
            desk.plan(cards, 1, clock.instant().plusSeconds(50));
            desk.replayPlanned(1);
            transact(
                    """
                    update knowledge_trial set state = 'RUNNING', started_at = asked_at,
                      seen = pg_current_snapshot()
                    """);
            company.in(() -> lab.gate().choose(company.owner(), new GateRule(null, 0)));
            desk.published("Do you ship abroad?");
            lab.limit(company, 0);

            desk.replayPlanned(3);

            assertThat(replays(company))
                    .extracting(Trial::state)
                    .containsExactly(TrialState.WAITING, TrialState.STOPPED, TrialState.RUNNING);
        } finally {
            rounds.start();
        }
    }

    @Test
    void whatIsValidOnlyAfterItsHourIsTriedAgainThen() {
        var cards = desk.published(CARDS);
        var from = clock.instant().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MICROS);
        var later = new Terms(new Validity(from, null), null);
        var same = new Revision(null, null, null, "From next month on");
        company.in(() -> desk.entries().revise(company.owner(), cards, same, later));
        desk.submit(cards, 2);
        desk.approve(company.owner(), cards, 2);
        gateIsOn(company);
        lab.replay(company, new Change(cards, 2));
        desk.plan(cards, 2, clock.instant().plusSeconds(50));

        theHourComes(cards);
        desk.publishDue(2);

        var held = requireNonNull(desk.version(cards, 2).schedule());
        assertThat(held.fault()).contains("valid only from");
        assertThat(held.next()).isEqualTo(from);
        assertThat(desk.entry(cards).published()).isEqualTo(1);
    }

    @Test
    void aVerdictOutlivesManyReplaysOfTheSameDay() {
        var cards = approved(desk, CARDS);
        var shop = approved(desk, SHOP);
        gateIsOn(company);
        var replay = lab.replay(company, new Change(cards, 1));
        IntStream.range(0, 25).forEach(_ -> another(clock.instant()));

        lab.replay(company, new Change(shop, 1));

        var speaking = company.in(() -> lab.gate().verdictOn(new Change(cards, 1)));
        assertThat(speaking.flatMap(it -> Optional.ofNullable(it.replay())).map(Trial::id))
                .contains(replay.id());
        another(clock.instant().minus(Duration.ofDays(2)));
        IntStream.range(0, 180).forEach(_ -> another(clock.instant()));
        lab.replay(company, new Change(shop, 1));
        assertThat(company.in(() -> lab.reader().find(replay.id()))).isEmpty();
        assertThat(
                        company.in(() -> lab.reader().page(null, new PageRequest(null, 1, true)))
                                .total())
                .isEqualTo(200);
    }

    private void theHourComes(EntryId... entries) {
        transact(
                """
                update knowledge_version set publish_at = publish_at - interval '1 minute',
                  publish_next = publish_next - interval '1 minute'
                where entry_id = any(?)
                """,
                (Object) Arrays.stream(entries).map(EntryId::value).toArray(UUID[]::new));
    }

    /** A replay that ended. */
    private void another(Instant at) {
        transact(
                """
                insert into knowledge_trial
                  (tenant_id, id, kind, state, lease_until, asked_by, asked_at)
                select tenant_id, ?, kind, 'DONE', lease_until, asked_by, cast(? as timestamptz)
                from knowledge_trial order by id limit 1
                """,
                NewId.next(),
                at.toString());
    }

    private void transact(String sql, Object... params) {
        company.in(() -> transactions.execute(_ -> jdbc.sql(sql).params(List.of(params)).update()));
    }

    private List<Trial> replays(CompanyUnderTest of) {
        return of.in(() -> lab.reader().page(null, new PageRequest(null, 50, false))).items();
    }

    private static EntryId approved(Desk at, String question) {
        var entry = at.create(question);
        at.submit(entry, 1);
        at.approve(at.company().owner(), entry, 1);
        return entry;
    }

    private void gateIsOn(CompanyUnderTest of) {
        lab.expect(of, lab.set(of, "Orders"), null, "how do I bake bread");
        lab.limit(of, 0);
    }
}
