package io.wenda.knowledge;

import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Callers of a test who all have begun before the first one can end. */
public record AtOnce(LockedTable.Locksmith smith, CompanyUnderTest company, String table) {

    /**
     * What those were told who were refused.
     *
     * @param callers fewer than the database's connections
     */
    public List<Refusal> refusals(int callers, Runnable work) {
        Queue<Refusal> refused = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try (var lock = smith.againstWriting(company, table)) {
                IntStream.range(0, callers).forEach(_ -> threads.execute(() -> run(work, refused)));
                lock.awaitWaiting(callers);
            }
        }
        return List.copyOf(refused);
    }

    private static void run(Runnable work, Queue<Refusal> refused) {
        try {
            work.run();
        } catch (Refusal refusal) {
            refused.add(refusal);
        }
    }
}
