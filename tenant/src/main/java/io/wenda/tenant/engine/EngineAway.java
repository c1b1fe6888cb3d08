package io.wenda.tenant.engine;

import io.wenda.tenant.Unavailable;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.TransactionException;
import org.hibernate.exception.JDBCConnectionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
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

    /** query_canceled, transaction_timeout */
    private static final Set<String> TIME_LIMITS = Set.of("57014", "25P04");

    private EngineAway() {}

    /** Whether an outage is behind it, so that trying again makes sense. */
    public static boolean causes(Throwable thrown) {
        return chain(thrown).anyMatch(EngineAway::isOutage);
    }

    /** Whether a time limit of PostgreSQL's is behind it, which too large a work always meets. */
    public static boolean isTimeLimit(Throwable thrown) {
        return chain(thrown)
                .anyMatch(it ->
                        switch (it) {
                            case TransactionTimedOutException _, QueryTimeoutException _ -> true;
                            case SQLException sql ->
                                    Optional.ofNullable(sql.getSQLState())
                                            .filter(TIME_LIMITS::contains)
                                            .isPresent();
                            case Throwable _ -> false;
                        });
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
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
