package io.wenda.tenant.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two places for each company, and a line of two. */
class CompanyPlacesTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final TenantId noisy = new TenantId(NewId.next());
    private final TenantId quiet = new TenantId(NewId.next());
    private final BlockingQueue<String> entered = new LinkedBlockingQueue<>();
    private final CompanyPlaces places = places(LONG);

    private static CompanyPlaces places(Duration longest) {
        return new CompanyPlaces("requests", 2, 2, longest);
    }

    @Test
    void aFullCompanyKeepsNobodyElseWaiting() throws InterruptedException {
        places.enter(noisy);
        places.enter(noisy);
        wait("noisy 1");

        places.enter(quiet);

        assertThat(entered).isEmpty();
        places.leave(noisy);
        assertThat(next()).isEqualTo("noisy 1");
    }

    @Test
    void whoWaitsIsServedInOrder() throws InterruptedException {
        places.enter(noisy);
        places.enter(noisy);
        wait("noisy 1");
        wait("noisy 2");

        places.leave(noisy);
        assertThat(next()).isEqualTo("noisy 1");
        places.leave(noisy);
        assertThat(next()).isEqualTo("noisy 2");
    }

    @Test
    void aFullLineRefusesAtOnceAndSaysWhenToComeBack() throws InterruptedException {
        places.enter(noisy);
        places.enter(noisy);
        wait("noisy 1");
        wait("noisy 2");

        assertThatExceptionOfType(Refusal.LimitReached.class)
                .isThrownBy(() -> places.enter(noisy))
                .withMessage("too many requests at once: try again later")
                .satisfies(it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void withoutAnyLineWhoFindsNoPlaceIsRefusedAndWhoLeavesGivesHersBack() {
        var unlined = new CompanyPlaces("calls", 1, 0, LONG);
        unlined.enter(noisy);
        assertThatExceptionOfType(Refusal.LimitReached.class)
                .isThrownBy(() -> unlined.enter(noisy));

        unlined.leave(noisy);

        unlined.enter(noisy);
    }

    @Test
    void linesOfOneCompanyTakeTurnsAndAFullOneRefusesNobodyElse() throws InterruptedException {
        places.enter(noisy, "visitors");
        places.enter(noisy, "visitors");
        wait("visitors", "visitor 1");
        wait("visitors", "visitor 2");
        assertThatExceptionOfType(Refusal.LimitReached.class)
                .isThrownBy(() -> places.enter(noisy, "visitors"));

        wait("members", "member 1");
        wait("members", "member 2");

        for (var name : List.of("visitor 1", "member 1", "visitor 2", "member 2")) {
            places.leave(noisy);
            assertThat(next()).isEqualTo(name);
        }
    }

    @Test
    void whoWaitsTooLongIsRefusedAndTakesNoPlace() {
        var impatient = places(Duration.ofMillis(20));
        impatient.enter(noisy);
        impatient.enter(noisy);
        assertThatExceptionOfType(Refusal.LimitReached.class)
                .isThrownBy(() -> impatient.enter(noisy));

        impatient.leave(noisy);
        impatient.enter(noisy);
    }

    @Test
    void placesAreFewerWhileAQuietCompanyIsThere() throws InterruptedException {
        var now = new AtomicLong();
        var shared = new CompanyPlaces("requests", 3, 1, 1, 9, LONG, now::get);
        enterAll(shared, noisy, 3);
        shared.enter(quiet);
        wait(shared, noisy, "entered");

        shared.leave(noisy);
        shared.leave(noisy);
        assertThat(shared.waiting()).isOne();
        shared.leave(noisy);
        assertThat(next()).isEqualTo("entered");

        now.addAndGet(Duration.ofSeconds(2).toNanos());
        enterAll(shared, noisy, 2);
        wait(shared, noisy, "entered again");
    }

    @Test
    void companiesThatAllAskForMuchHaveAllTheirPlaces() throws InterruptedException {
        var now = new AtomicLong();
        var shared = new CompanyPlaces("requests", 3, 1, 1, 9, LONG, now::get);
        var busyToo = new TenantId(NewId.next());
        shared.enter(noisy);
        shared.enter(busyToo);
        wait(shared, noisy, "noisy");
        wait(shared, busyToo, "busy too");

        now.addAndGet(Duration.ofMillis(1100).toNanos());
        shared.enter(noisy);
        assertThat(next()).as("in before who came later").isEqualTo("noisy");
        shared.leave(busyToo);
        assertThat(next()).isEqualTo("busy too");
        enterAll(shared, busyToo, 2);

        shared.enter(quiet);
        shared.leave(busyToo);
        wait(shared, busyToo, "beside a quiet one");
    }

    @Test
    void whoHasAFewAtOnceIsStillQuiet() throws InterruptedException {
        var now = new AtomicLong();
        var shared = new CompanyPlaces("requests", 4, 1, 3, 9, LONG, now::get);
        shared.enter(quiet);
        now.addAndGet(Duration.ofMillis(1100).toNanos());
        shared.enter(quiet);

        shared.enter(noisy);
        wait(shared, noisy, "beside a quiet one");
    }

    @Test
    void whoWaitsForMuchIsNotQuiet() throws InterruptedException {
        var now = new AtomicLong();
        var shared = new CompanyPlaces("requests", 4, 1, 3, 9, LONG, now::get);
        shared.enter(quiet);
        shared.enter(noisy);
        wait(shared, noisy, "the second");
        wait(shared, noisy, "the third");

        now.addAndGet(Duration.ofMillis(1100).toNanos());
        shared.enter(quiet);
        wait(shared, noisy, "the fourth");
        enterAll(shared, quiet, 2);
    }

    private static void enterAll(CompanyPlaces places, TenantId tenant, int times) {
        for (var i = 0; i < times; i++) {
            places.enter(tenant);
        }
    }

    private @Nullable String next() throws InterruptedException {
        return entered.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    private void wait(String name) {
        wait(places, noisy, name);
    }

    private void wait(CompanyPlaces places, TenantId tenant, String name) {
        wait(places, name, () -> places.enter(tenant));
    }

    private void wait(String line, String name) {
        wait(places, name, () -> places.enter(noisy, line));
    }

    /** Returns when it waits. */
    private void wait(CompanyPlaces places, String name, Runnable entry) {
        var before = places.waiting();
        Thread.startVirtualThread(() -> {
            entry.run();
            entered.add(name);
        });
        while (places.waiting() == before) {
            Thread.onSpinWait();
        }
    }
}
