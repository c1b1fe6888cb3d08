package io.wenda.api.graphql;

import io.micrometer.tracing.Tracer;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.stereotype.Component;

/**
 * Names an occurrence, so that what a caller quotes is found in the log. It is the trace's id where
 * there is a trace, here or at the caller's.
 */
@Component
class Trace {
    /** W3C Trace Context. */
    private static final Pattern PARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final @Nullable Tracer tracer;

    Trace(ObjectProvider<Tracer> tracers) {
        this.tracer = tracers.getIfAvailable();
    }

    static String next() {
        return UUID.randomUUID().toString();
    }

    /** Of the trace that the request belongs to; without one, there is nothing but its own id. */
    Optional<String> of(WebGraphQlRequest request) {
        return tracer == null ? given(request) : traced(tracer);
    }

    private static Optional<String> traced(Tracer tracer) {
        return Optional.ofNullable(tracer.currentTraceContext().context())
                .map(context -> context.traceId());
    }

    private static Optional<String> given(WebGraphQlRequest request) {
        var parent = request.getHeaders().getFirst("traceparent");
        if (parent == null) {
            return Optional.empty();
        }
        var parts = PARENT.matcher(parent);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }
}
