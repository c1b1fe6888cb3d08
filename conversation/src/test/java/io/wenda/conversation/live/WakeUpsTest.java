package io.wenda.conversation.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WakeUpsTest {
    private static final TenantId COMPANY = new TenantId(NewId.next());

    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Semaphore gate = new Semaphore(0);

    @Test
    void wakingAKeyAtWorkRunsItOnceMore() {
        try (var wakeUps = new WakeUps<String>("test", 4, _ -> COMPANY, _ -> work())) {
            wakeUps.wake("a");
            await().until(() -> atOnce.get() == 1);
            for (var i = 0; i < 10; i++) {
                wakeUps.wake("a");
            }
            gate.release(10);
            await().until(() -> runs.get() == 2 && atOnce.get() == 0);
        }
        assertThat(runs).hasValue(2);
        assertThat(most).hasValue(1);
    }

    @Test
    void noMoreThanSoManyKeysAreAtWork() {
        try (var wakeUps = new WakeUps<Integer>("test", 3, _ -> COMPANY, _ -> work())) {
            for (var i = 0; i < 10; i++) {
                wakeUps.wake(i);
            }
            await().until(() -> atOnce.get() == 3);
            gate.release(10);
            await().until(() -> runs.get() == 10);
        }
        assertThat(most).hasValue(3);
    }

    @Test
    void aFailureDoesNotStopTheNext() {
        var done = new CountDownLatch(1);
        try (var wakeUps =
                new WakeUps<String>(
                        "test",
                        1,
                        _ -> COMPANY,
                        key -> {
                            if (key.equals("bad")) {
                                throw new IllegalStateException("on purpose");
                            }
                            done.countDown();
                        })) {
            wakeUps.wake("bad");
            wakeUps.wake("good");
            await().until(() -> done.getCount() == 0);
        }
        assertThat(done.getCount()).isZero();
    }

    @Test
    void anErrorLeavesItsKeyFree() {
        var calls = new AtomicInteger();
        try (var wakeUps =
                new WakeUps<String>(
                        "test",
                        1,
                        _ -> COMPANY,
                        _ -> {
                            if (calls.incrementAndGet() == 1) {
                                throw new LinkageError("on purpose");
                            }
                        })) {
            wakeUps.wake("a");
            await().until(() -> calls.get() == 1);
            await().until(() -> {
                wakeUps.wake("a");
                return calls.get() > 1;
            });
        }
        assertThat(calls).hasValueGreaterThan(1);
    }

    @Test
    void aKeyOfAQuietCompanyWaitsForNoThousandOfABusyOne() {
        record Key(TenantId company, int number) {}
        var quiet = new Key(new TenantId(NewId.next()), 0);
        var done = new CopyOnWriteArrayList<Key>();
        try (var wakeUps =
                new WakeUps<Key>(
                        "test",
                        1,
                        Key::company,
                        key -> {
                            work();
                            done.add(key);
                        })) {
            for (var i = 0; i < 1_000; i++) {
                wakeUps.wake(new Key(COMPANY, i));
            }
            wakeUps.wake(quiet);
            gate.release(1_001);
            await().until(() -> done.size() == 1_001);
        }
        // one is at work when it comes, and another has the turn before it
        assertThat(done.indexOf(quiet)).isBetween(1, 2);
        assertThat(done.stream().filter(key -> !key.equals(quiet)).map(Key::number).toList())
                .isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    private void work() {
        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        gate.acquireUninterruptibly();
        atOnce.decrementAndGet();
        runs.incrementAndGet();
    }
}
