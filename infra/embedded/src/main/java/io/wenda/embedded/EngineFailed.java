package io.wenda.embedded;

/** An engine that does not come up, with the end of its log. */
public final class EngineFailed extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    EngineFailed(String message) {
        super(message);
    }
}
