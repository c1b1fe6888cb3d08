package io.wenda.api.graphql;

/** The caller may not ask this field at all. */
final class Denied extends RuntimeException {
    private final Fault.Code code;

    private Denied(Fault.Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static Denied unauthenticated() {
        return new Denied(
                Fault.Code.UNAUTHENTICATED,
                "send a bearer token: this field is not open to everyone");
    }

    static Denied forbidden(String field) {
        return new Denied(Fault.Code.FORBIDDEN, "the caller may not ask " + field);
    }

    Fault.Code code() {
        return code;
    }
}
