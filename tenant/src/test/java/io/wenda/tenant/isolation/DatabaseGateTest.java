package io.wenda.tenant.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A gate with a single place. */
class DatabaseGateTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final TenantId noisy = new TenantId(NewId.next());
    private final TenantId quiet = new TenantId(NewId.next());
    private final BlockingQueue<String> entered = new LinkedBlockingQueue<>();

    private static DatabaseGate gate(Duration wait) {
        return new DatabaseGate(new DatabaseSettings("", "", "", 3, 1, wait, LONG, 4, 3, 2, LONG));
    }

    @Test
    void aQuietCompanyWaitsForOneOfANoisyOnesRequestsNotForAll() throws InterruptedException {
        var gate = gate(LONG);
        gate.enter(noisy);
        wait(gate, noisy, "noisy 1");
        wait(gate, noisy, "noisy 2");
        wait(gate, noisy, "noisy 3");
        wait(gate, quiet, "quiet");

        assertThat(List.of(next(gate), next(gate), next(gate), next(gate)))
                .containsExactly("noisy 1", "quiet", "noisy 2", "noisy 3");
    }

    @Test
    void aCompanysShareIsFullBeforeTheGateIs() throws InterruptedException {
        var gate = gate(LONG);
        gate.enter(noisy);
        wait(gate, noisy, "noisy 1");
        wait(gate, noisy, "noisy 2");
        wait(gate, noisy, "noisy 3");

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> gate.enter(noisy))
                .withMessage("too many requests wait for the database");
        wait(gate, quiet, "quiet");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> gate.enter(quiet));
    }

    @Test
    void whoWaitsTooLongIsRefusedAndTakesNoPlace() {
        var gate = gate(Duration.ofMillis(20));
        gate.enter(noisy);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> gate.enter(quiet))
                .withMessage("no database connection became free");

        gate.leave();
        gate.enter(quiet);
    }

    @Test
    void thePoolKeepsAPlaceForEverybody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings("", "", "", 2, 1, LONG, LONG, 4, 3, 2, LONG))
                .withMessage(
                        "wenda.postgres.pool-size (2) must be greater than shared-commits (2)");
    }

    /** Returns when it waits. */
    private void wait(DatabaseGate gate, TenantId tenant, String name) throws InterruptedException {
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            gate.enter(tenant);
                            entered.add(name);
                        });
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private String next(DatabaseGate gate) throws InterruptedException {
        gate.leave();
        return entered.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    }
}
