package io.wenda.tenant.engine;

/** An engine answers, and cannot do its work until somebody mends what it lacks. */
public final class EngineTrouble extends Exception {
    private static final long serialVersionUID = 1;

    /** What an engine lacks. */
    public enum Kind {
        DISK_FULL,
        OUT_OF_MEMORY
    }

    private final Kind kind;

    public EngineTrouble(Kind kind) {
        super(kind.name());
        this.kind = kind;
    }

    public EngineTrouble(Kind kind, Throwable cause) {
        super(kind.name(), cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
