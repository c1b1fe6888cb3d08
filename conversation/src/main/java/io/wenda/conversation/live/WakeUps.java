package io.wenda.conversation.live;

import io.wenda.tenant.TenantId;
import io.wenda.tenant.load.FairQueue;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the same work for many keys on a bounded number of virtual threads: for one key never twice
 * at once, and once more where it was woken meanwhile. Keys of different companies are taken in
 * turns. What it cannot take it forgets; a sweep finds it again.
 */
public final class WakeUps<K> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WakeUps.class);
    private static final int WAITING = 100_000;
    private static final int WAITING_OF_COMPANY = 25_000;
    private static final Duration END = Duration.ofSeconds(10);

    /** Whether a key that is at work was woken again. */
    private enum Call {
        ONCE,
        AGAIN
    }

    private final String name;
    private final Function<K, TenantId> company;
    private final Consumer<K> work;
    private final FairQueue<K> waiting = new FairQueue<>(WAITING, WAITING_OF_COMPANY);

    /** Has a task for each key that waits; which of them it takes is decided when it begins. */
    private final ThreadPoolExecutor threads;

    private final ConcurrentHashMap<K, Call> calls = new ConcurrentHashMap<>();

    /**
     * @param name of the threads
     * @param atOnce keys at work
     * @param company whose key it is
     */
    public WakeUps(String name, int atOnce, Function<K, TenantId> company, Consumer<K> work) {
        this.name = name;
        this.company = company;
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
        if (!waiting.offer(company.apply(key), key)) {
            calls.remove(key);
            LOG.warn("{} is full: {} is left to the sweep", name, key);
            return;
        }
        try {
            threads.execute(() -> waiting.poll().ifPresent(this::run));
        } catch (RejectedExecutionException _) {
            calls.remove(key); // it is closed: there is room for as many tasks as keys may wait
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
