package io.wenda.conversation.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WakeUpsTest {
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Semaphore gate = new Semaphore(0);

    @Test
    void wakingAKeyAtWorkRunsItOnceMore() {
        try (var wakeUps = new WakeUps<String>("test", 4, _ -> work())) {
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
        try (var wakeUps = new WakeUps<Integer>("test", 3, _ -> work())) {
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

    private void work() {
        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        gate.acquireUninterruptibly();
        atOnce.decrementAndGet();
        runs.incrementAndGet();
    }
}
