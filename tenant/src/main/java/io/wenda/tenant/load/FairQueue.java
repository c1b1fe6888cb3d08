package io.wenda.tenant.load;

import io.wenda.tenant.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded queue that serves companies in turn, one element each, and each company's elements in
 * their order: a company with a thousand elements delays another's only one by one. It refuses at
 * once what is over its bounds.
 */
public final class FairQueue<T> {
    private final int limit;
    private final int limitOfEach;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Map<TenantId, Queue<T>> waiting = new HashMap<>();
    private final Queue<TenantId> turns = new ArrayDeque<>();
    private int size;
    private boolean closed;

    /**
     * @param limit elements in all
     * @param limitOfEach elements of one company
     */
    public FairQueue(int limit, int limitOfEach) {
        this.limit = limit;
        this.limitOfEach = limitOfEach;
    }

    /** Lets it wait; false where the queue, or the company's share of it, is full, or closed. */
    public boolean offer(TenantId tenant, T element) {
        lock.lock();
        try {
            var own = waiting.get(tenant);
            if (closed || size >= limit || (own != null && own.size() >= limitOfEach)) {
                return false;
            }
            if (own == null) {
                own = new ArrayDeque<>();
                waiting.put(tenant, own);
                turns.add(tenant);
            }
            own.add(element);
            size++;
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the first element, and takes with it whatever waits too, by company. Nothing: it is
     * closed, and nothing is left.
     */
    public SequencedMap<TenantId, List<T>> take(int atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (size == 0 && !closed) {
                filled.await();
            }
            var taken = new LinkedHashMap<TenantId, List<T>>();
            for (var i = 0; i < atMost && size > 0; i++) {
                var tenant = turns.remove();
                taken.computeIfAbsent(tenant, _ -> new ArrayList<>()).add(next(tenant));
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** The next element, if one waits. */
    public Optional<T> poll() {
        lock.lock();
        try {
            return size == 0 ? Optional.empty() : Optional.of(next(turns.remove()));
        } finally {
            lock.unlock();
        }
    }

    private T next(TenantId tenant) {
        var own = Objects.requireNonNull(waiting.get(tenant));
        var element = own.remove();
        size--;
        if (own.isEmpty()) {
            waiting.remove(tenant);
        } else {
            turns.add(tenant);
        }
        return element;
    }

    /** Takes nothing more in; what waits can still be taken. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Elements that wait. */
    public int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }
}
