package io.wenda.tenant.engine;

import io.wenda.tenant.Unavailable;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import org.hibernate.TransactionException;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/** Tells what an engine's outage did from what would go wrong again. */
public final class EngineAway {
    private static final int DEEPEST = 20;

    /**
     * PostgreSQL is away, full, shutting down, or gave up on a lock, a deadlock or a time limit.
     */
    private static final List<String> AWAY = List.of("08", "53", "57", "40", "55P03", "25P04");

    private EngineAway() {}

    /** Whether an outage is behind it, so that trying again makes sense. */
    public static boolean causes(Throwable thrown) {
        @Nullable Throwable at = thrown;
        for (var depth = 0; at != null && depth < DEEPEST; depth++) {
            if (isOutage(at)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    private static boolean isOutage(Throwable thrown) {
        return switch (thrown) {
            case Unavailable _,
                    TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    DataAccessResourceFailureException _,
                    CannotCreateTransactionException _,
                    TransactionTimedOutException _,
                    JDBCConnectionException _,
                    // a rollback that fails has lost its connection, and hides what happened first
                    TransactionException _,
                    SQLTransientException _,
                    SQLRecoverableException _,
                    SQLNonTransientConnectionException _ ->
                    true;
            case SQLException sql ->
                    Optional.ofNullable(sql.getSQLState()).stream()
                            .anyMatch(state -> AWAY.stream().anyMatch(state::startsWith));
            case Throwable _ -> false;
        };
    }
}
