package io.wenda.conversation.live;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the same work for many keys on a bounded number of virtual threads: for one key never twice
 * at once, and once more where it was woken meanwhile. What it cannot take it forgets; a sweep
 * finds it again.
 */
public final class WakeUps<K> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WakeUps.class);
    private static final int WAITING = 100_000;
    private static final Duration END = Duration.ofSeconds(10);

    /** Whether a key that is at work was woken again. */
    private enum Call {
        ONCE,
        AGAIN
    }

    private final String name;
    private final Consumer<K> work;
    private final ThreadPoolExecutor threads;
    private final ConcurrentHashMap<K, Call> calls = new ConcurrentHashMap<>();

    public WakeUps(String name, int atOnce, Consumer<K> work) {
        this.name = name;
        this.work = work;
        this.threads =
                new ThreadPoolExecutor(
                        atOnce,
                        atOnce,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(WAITING),
                        Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /** Work may have come for this key; never blocks, never throws. */
    public void wake(K key) {
        var call = calls.merge(key, Call.ONCE, (_, _) -> Call.AGAIN);
        if (call == Call.ONCE) {
            submit(key);
        }
    }

    private void submit(K key) {
        try {
            threads.execute(() -> run(key));
        } catch (RejectedExecutionException e) {
            calls.remove(key);
            if (!threads.isShutdown()) {
                LOG.warn("{} is full: {} is left to the sweep", name, key);
            }
        }
    }

    private void run(K key) {
        calls.put(key, Call.ONCE);
        try {
            work.accept(key);
        } catch (RuntimeException | Error e) {
            // an Error too must be seen, and must not leave the key at work for ever
            LOG.warn("{} failed for {}", name, key, e);
        } finally {
            if (!calls.remove(key, Call.ONCE)) {
                submit(key);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
