package io.wenda.knowledge;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps whoever writes into a table, or reads it too, waiting at it. */
public final class LockedTable implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Locksmith smith;
    private final CompanyUnderTest company;
    private final CountDownLatch locked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    private LockedTable(Locksmith smith, CompanyUnderTest company, String lock) {
        this.smith = smith;
        this.company = company;
        Thread.ofVirtual().start(() -> company.in(() -> hold(lock)));
    }

    /** Locks tables. */
    @Component
    public record Locksmith(JdbcClient jdbc, TransactionTemplate transactions) {
        /** Who writes into the table waits. */
        public LockedTable againstWriting(CompanyUnderTest company, String table) {
            return lock(company, table + " in exclusive mode");
        }

        /** Who reads the table waits, too. */
        public LockedTable againstReading(CompanyUnderTest company, String table) {
            return lock(company, table + " in access exclusive mode");
        }

        private LockedTable lock(CompanyUnderTest company, String lock) {
            var made = new LockedTable(this, company, lock);
            await().atMost(LONG).until(() -> made.locked.getCount() == 0);
            return made;
        }
    }

    /** Comes back when so many wait, at the table or for each other. */
    public void awaitWaiting(int callers) {
        await().atMost(LONG).until(() -> waiting() >= callers);
    }

    @Override
    public void close() {
        over.countDown();
    }

    private int waiting() {
        return company.in(() ->
                smith.transactions()
                        .execute(_ ->
                                smith.jdbc()
                                        .sql(
                                                "select count(distinct pid) from pg_locks where not granted")
                                        .query(Integer.class)
                                        .single()));
    }

    private boolean hold(String lock) {
        return smith.transactions()
                .execute(_ -> {
                    smith.jdbc().sql("lock table " + lock).update();
                    locked.countDown();
                    return passed();
                });
    }

    private boolean passed() {
        try {
            over.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
