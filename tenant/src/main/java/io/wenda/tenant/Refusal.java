package io.wenda.tenant;

import java.time.Duration;
import java.util.List;

/**
 * The caller cannot go on, and can be told why. In a mutation it becomes a user error, elsewhere
 * the contract's error code; the mapping stands in one place of the api room.
 */
public abstract sealed class Refusal extends RuntimeException {

    /** The contract's codes that a refusal can carry. */
    public enum Code {
        INVALID,
        TOO_LONG,
        NOT_FOUND,
        CONFLICT,
        NOT_ALLOWED_NOW,
        LIMIT_REACHED,
        FORBIDDEN
    }

    private final Code code;
    private final transient List<String> field;

    private Refusal(Code code, String message, List<String> field) {
        super(message, null, false, false);
        this.code = code;
        this.field = List.copyOf(field);
    }

    /** The contract's code. */
    public final Code code() {
        return code;
    }

    /** Path of the input field at fault, empty where no single one is. */
    public final List<String> field() {
        return field;
    }

    /**
     * An input that breaks a rule; the message says how to mend it. Rooms may say more about it in
     * a class of their own.
     */
    public static non-sealed class Invalid extends Refusal {
        public Invalid(String message, String... field) {
            this(Code.INVALID, message, field);
        }

        protected Invalid(Code code, String message, String... field) {
            super(code, message, List.of(field));
        }

        /** A text beyond its limit. */
        public static Invalid tooLong(String message, String... field) {
            return new Invalid(Code.TOO_LONG, message, field);
        }
    }

    /** An id that is unknown, malformed, of another company, or not permitted: all alike. */
    public static final class NotFound extends Refusal {
        public NotFound(String what, String... field) {
            super(Code.NOT_FOUND, what + " not found", List.of(field));
        }
    }

    /**
     * The object is in another state than the caller believes. Rooms may say more about it in a
     * class of their own.
     */
    public static non-sealed class Conflict extends Refusal {
        public Conflict(String message, String... field) {
            this(Code.CONFLICT, message, field);
        }

        private Conflict(Code code, String message, String... field) {
            super(code, message, List.of(field));
        }

        /** The act is known, but not in the object's present state. */
        public static Conflict notAllowedNow(String message, String... field) {
            return new Conflict(Code.NOT_ALLOWED_NOW, message, field);
        }
    }

    /** The caller's roles do not reach so far. */
    public static final class Forbidden extends Refusal {
        public Forbidden(String message) {
            super(Code.FORBIDDEN, message, List.of());
        }
    }

    /** A limit of the caller, her plan or the installation; tells when trying again makes sense. */
    public static final class LimitReached extends Refusal {
        private final transient Duration retryAfter;

        public LimitReached(String message, Duration retryAfter) {
            super(Code.LIMIT_REACHED, message, List.of());
            this.retryAfter = retryAfter;
        }

        /** Time after which the same request may pass; zero where waiting does not help. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
