package io.wenda.tenant.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RoundsTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void goesRoundAfterAFailure() throws InterruptedException {
        var rounds = new Counted(new Rounds.Pace(Duration.ZERO, SOON, LONG), RoundsTest::fail);

        rounds.start();

        assertThat(rounds.next()).isEqualTo(1);
        assertThat(rounds.next()).isEqualTo(2);
        assertThat(rounds.next()).isEqualTo(3);
        rounds.stop();
    }

    private static void fail(int round) {
        if (round == 1) {
            throw new IllegalStateException("away");
        }
        if (round == 2) {
            throw new UnsatisfiedLinkError("no model");
        }
    }

    @Test
    void hasOneMoreRoundForAllWhoAskDuringOne() throws InterruptedException {
        var goOn = new CountDownLatch(1);
        var rounds =
                new Counted(
                        new Rounds.Pace(Duration.ZERO, NEVER, LONG),
                        round -> {
                            if (round == 1) {
                                await(goOn);
                            }
                        });
        rounds.start();
        assertThat(rounds.next()).isEqualTo(1);

        rounds.wake();
        rounds.wake();
        rounds.wake();
        goOn.countDown();

        assertThat(rounds.next()).isEqualTo(2);
        rounds.stop();
        assertThat(rounds.begun).isEmpty();
    }

    @Test
    void endsAfterTheRoundInHand() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var rounds =
                new Rounds("rounds-test", new Rounds.Pace(Duration.ZERO, SOON, LONG)) {
                    @Override
                    protected void round() {
                        begun.countDown();
                        while (isRunning()) {
                            Thread.onSpinWait();
                        }
                        ended.countDown();
                    }
                };
        rounds.start();
        begun.await();

        rounds.stop();

        assertThat(ended.getCount()).isZero();
    }

    @Test
    void keepsNobodyElseThatEndsWaiting() throws InterruptedException {
        var goOn = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var rounds = new Counted(new Rounds.Pace(Duration.ZERO, NEVER, LONG), _ -> await(goOn));
        rounds.start();
        rounds.next();

        rounds.stop(ended::countDown);

        assertThat(rounds.isRunning()).isFalse();
        assertThat(ended.getCount()).isEqualTo(1);
        goOn.countDown();
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void interruptsARoundThatTakesTooLong() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        var rounds =
                new Counted(
                        new Rounds.Pace(Duration.ZERO, SOON, Duration.ZERO),
                        _ -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException _) {
                                interrupted.countDown();
                            }
                        });
        rounds.start();
        rounds.next();

        rounds.stop();

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void startsAgain() throws InterruptedException {
        var rounds = new Counted(new Rounds.Pace(Duration.ZERO, NEVER, LONG), _ -> {});
        rounds.start();
        assertThat(rounds.next()).isEqualTo(1);
        rounds.stop();

        rounds.start();

        assertThat(rounds.next()).isEqualTo(2);
        rounds.wake();
        assertThat(rounds.next()).isEqualTo(3);
        rounds.stop();
    }

    @Test
    void doesOtherWorkWhereItsRoundsFail() throws InterruptedException {
        var other = new CountDownLatch(2);
        var rounds =
                new Counted(
                        new Rounds.Pace(Duration.ZERO, SOON, LONG),
                        _ -> {
                            throw new IllegalStateException("away");
                        });
        rounds.also(Duration.ZERO, SOON, other::countDown);

        rounds.start();

        assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
    }

    @Test
    void spacesOutWhatFails() {
        assertThat(
                        IntStream.of(0, 1, 2, 3, 4, 1_000)
                                .mapToObj(
                                        it -> Rounds.pause(Duration.ofSeconds(1), it).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
        assertThat(Rounds.pause(Duration.ofHours(1), 3)).isEqualTo(Duration.ofHours(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells of each round that begins. */
    private static final class Counted extends Rounds {
        private final BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
        private final IntConsumer work;
        private int count;

        Counted(Pace pace, IntConsumer work) {
            super("rounds-test", pace);
            this.work = work;
        }

        @Override
        protected void round() {
            count++;
            begun.add(count);
            work.accept(count);
        }

        int next() throws InterruptedException {
            return begun.take();
        }
    }
}
