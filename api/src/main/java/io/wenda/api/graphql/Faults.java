package io.wenda.api.graphql;

import io.wenda.tenant.Refusal;
import io.wenda.tenant.Unavailable;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.hibernate.TransactionException;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;

/** The one place where what went wrong becomes one of the contract's codes. */
final class Faults {
    /** All that is told of what went wrong with us. */
    static final String INTERNAL = "an internal error; its traceId finds it in our log";

    private static final Duration SOON = Duration.ofSeconds(1);

    /**
     * PostgreSQL is away, full, shutting down, or gave up on a lock, a deadlock or a time limit.
     */
    private static final List<String> AWAY = List.of("08", "53", "57", "40", "55P03", "25P04");

    private Faults() {}

    /** What the caller is told. */
    static Fault of(Throwable thrown) {
        return switch (unwrapped(thrown)) {
            case Denied denied -> new Fault(denied.code(), message(denied));
            case Refusal refusal -> ofRefusal(refusal);
            case Unavailable away -> unavailable(message(away), away.retryAfter());
            case TimeoutException _ -> unavailable("the answer took too long", SOON);
            case BindException input ->
                    new Fault(
                            Fault.Code.BAD_REQUEST,
                            "the argument does not fit its type: " + fields(input));
            case Throwable other when engineAway(other) ->
                    unavailable("the database is not to be had for a moment", SOON);
            case Throwable _ -> new Fault(Fault.Code.INTERNAL, INTERNAL);
        };
    }

    /** The user error that a refusal of a mutation is; empty where it is a fault all the same. */
    static Optional<UserError> userError(Throwable thrown) {
        return switch (unwrapped(thrown)) {
            case Refusal.Forbidden _ -> Optional.empty();
            case Refusal.LimitReached limit when !limit.retryAfter().isZero() -> Optional.empty();
            case Refusal refusal ->
                    Optional.of(
                            new UserError(
                                    refusal.code().name(),
                                    message(refusal),
                                    refusal.field().isEmpty() ? null : refusal.field()));
            case Throwable _ -> Optional.empty();
        };
    }

    /** Whether the thrown one says that there is no such thing for this caller. */
    static boolean notFound(Throwable thrown) {
        return unwrapped(thrown) instanceof Refusal.NotFound;
    }

    private static Fault ofRefusal(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Forbidden _ -> new Fault(Fault.Code.FORBIDDEN, message(refusal));
            case Refusal.NotFound _ -> new Fault(Fault.Code.NOT_FOUND, message(refusal));
            case Refusal.Invalid _, Refusal.Conflict _ ->
                    new Fault(Fault.Code.BAD_REQUEST, message(refusal));
            case Refusal.LimitReached limit ->
                    new Fault(Fault.Code.RATE_LIMITED, message(limit), limit.retryAfter());
        };
    }

    private static Fault unavailable(String message, Duration retryAfter) {
        return new Fault(Fault.Code.UNAVAILABLE, message, retryAfter);
    }

    private static boolean engineAway(Throwable thrown) {
        @Nullable Throwable at = thrown;
        for (var depth = 0; at != null && depth < 20; depth++) {
            if (isEngineAway(at)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    private static boolean isEngineAway(Throwable thrown) {
        return switch (thrown) {
            case TransientDataAccessException _,
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

    private static Throwable unwrapped(Throwable thrown) {
        var cause = thrown.getCause();
        return (thrown instanceof CompletionException || thrown instanceof ExecutionException)
                        && cause != null
                ? unwrapped(cause)
                : thrown;
    }

    private static String fields(BindException input) {
        return input.getFieldErrors().stream()
                .map(FieldError::getField)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String message(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElse("refused");
    }
}
