package io.wenda.api.graphql;

import java.util.UUID;

/** Names an occurrence, so that what a caller quotes is found in the log. */
final class Trace {
    private Trace() {}

    static String next() {
        return UUID.randomUUID().toString();
    }
}
