package io.wenda.analytics.shipping;

/** A shipment some of whose events the outbox no longer holds. */
final class Incomplete extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Incomplete(String message) {
        super(message);
    }
}
