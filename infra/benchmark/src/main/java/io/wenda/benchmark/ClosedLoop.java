package io.wenda.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Callers who ask again as soon as they are answered. */
final class ClosedLoop {
    private static final System.Logger LOG = System.getLogger(ClosedLoop.class.getName());

    /** One caller, connected for a round. */
    interface Caller extends AutoCloseable {
        void ask();

        @Override
        default void close() {}
    }

    private final Histogram waits = new ConcurrentHistogram(3);
    private final AtomicLong failed = new AtomicLong();
    private final CountDownLatch connected;
    private final CountDownLatch begin = new CountDownLatch(1);
    private volatile boolean over;

    private ClosedLoop(int callers) {
        connected = new CountDownLatch(callers);
    }

    /** Visitors who write. */
    static List<Supplier<Caller>> writing(List<Visitor> visitors) {
        return visitors.stream().<Supplier<Caller>>map(it -> () -> writer(it)).toList();
    }

    private static Caller writer(Visitor visitor) {
        var line = visitor.connect();
        return new Caller() {
            @Override
            public void ask() {
                visitor.write(line, visitor.next());
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }

    /** Lets them all ask for so long, once all are connected; each ends what she began. */
    static Load run(Supplier<Double> cpu, List<Supplier<Caller>> callers, Duration length) {
        var loop = new ClosedLoop(callers.size());
        long start;
        double before;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            callers.forEach(caller -> threads.execute(() -> loop.repeat(caller)));
            loop.connected.await();
            before = cpu.get();
            start = System.nanoTime();
            loop.begin.countDown();
            pause(length);
            loop.over = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        return new Load(
                loop.waits.getTotalCount(),
                loop.failed.get(),
                seconds,
                cpu.get() - before,
                loop.waits);
    }

    private void repeat(Supplier<Caller> connect) {
        try (var caller = connected(connect)) {
            begin.await();
            do {
                var asked = System.nanoTime();
                caller.ask();
                waits.recordValue((System.nanoTime() - asked) / 1000);
            } while (!over);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed.incrementAndGet();
            LOG.log(System.Logger.Level.WARNING, "a caller gave up: " + e);
        }
    }

    private Caller connected(Supplier<Caller> connect) {
        try {
            return connect.get();
        } finally {
            connected.countDown();
        }
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
