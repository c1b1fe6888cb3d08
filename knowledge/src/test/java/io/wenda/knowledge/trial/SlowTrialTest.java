package io.wenda.knowledge.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.LockedTable;
import io.wenda.knowledge.entry.Desks;
import io.wenda.tenant.isolation.SystemDatabase;
import io.wenda.tenant.isolation.Turns;
import io.wenda.tenant.round.Tries;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** A trial whose step takes longer than its lease. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SlowTrialTest {
    private static final String CANCEL = "How do I cancel my order?";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Desks desks;
    private final Laboratory lab;
    private final TrialTable another;
    private final TrialSettings settings;
    private final LockedTable.Locksmith smith;
    private final TransactionTemplate transactions;

    SlowTrialTest(
            Desks desks,
            Laboratory lab,
            SystemDatabase system,
            TrialSettings settings,
            Turns turns,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            LockedTable.Locksmith smith,
            TransactionTemplate transactions) {
        this.desks = desks;
        this.lab = lab;
        this.another =
                new TrialTable(
                        jdbc, system, settings, new Tries(), turns, events, Clock.systemUTC());
        this.settings = settings;
        this.smith = smith;
        this.transactions = transactions;
    }

    @Test
    void noOtherNodeTakesItMeanwhile() {
        var desk = desks.open();
        var company = desk.company();
        var cancel = desk.published(CANCEL);
        var set = lab.set(company, "Orders");
        lab.expect(company, set, cancel, CANCEL);
        Trial begun;
        try (var results = smith.againstReading(company, "trial_result")) {
            begun = company.in(() -> lab.trials().startBatch(company.owner(), set));
            results.awaitWaiting(1);

            await().during(settings.lease().multipliedBy(2))
                    .atMost(LONG)
                    .until(() -> !taken(company, begun.id()));
        }
        assertThat(lab.done(company, begun).state()).isEqualTo(TrialState.DONE);
    }

    @Test
    void aDeadNodesTrialIsDueWithinTenSeconds() {
        var usual = new Binder().bindOrCreate("x", TrialSettings.class);

        assertThat(usual.lease().plus(usual.sweep())).isLessThan(Duration.ofSeconds(10));
    }

    private boolean taken(CompanyUnderTest company, TrialId id) {
        return company.in(() -> transactions.execute(_ -> another.claim(id))).isPresent();
    }
}
