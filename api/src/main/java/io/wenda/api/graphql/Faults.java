package io.wenda.api.graphql;

import io.wenda.tenant.Refusal;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.engine.EngineAway;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;

/** The one place where what went wrong becomes one of the contract's codes. */
final class Faults {
    /** All that is told of what went wrong with us. */
    static final String INTERNAL = "an internal error; its traceId finds it in our log";

    private static final Duration SOON = Duration.ofSeconds(1);

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
            case Throwable other when EngineAway.causes(other) ->
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

    /**
     * An argument of a type that refuses values, as a pair of times, is refused while it is made.
     */
    static Throwable unwrapped(Throwable thrown) {
        var cause = thrown.getCause();
        var wraps =
                thrown instanceof CompletionException
                        || thrown instanceof ExecutionException
                        || (thrown instanceof BeanInstantiationException
                                && cause instanceof Refusal);
        return wraps && cause != null ? unwrapped(cause) : thrown;
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
