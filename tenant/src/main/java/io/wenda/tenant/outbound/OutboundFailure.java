package io.wenda.tenant.outbound;

/** Why nothing came back. */
public final class OutboundFailure extends Exception {
    private static final long serialVersionUID = 1;

    /** The kinds that a caller tells apart. */
    public enum Why {
        /** Too many calls of the company at once, to this target or to all. */
        BUSY,
        /** The target failed too often lately; it is tried again soon. */
        CIRCUIT_OPEN,
        ADDRESS_REFUSED,
        UNREACHABLE,
        TIMED_OUT,
        TOO_LARGE
    }

    private final Why why;

    OutboundFailure(Why why) {
        super(why.name());
        this.why = why;
    }

    OutboundFailure(Why why, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
