package io.wenda.api.graphql;

import graphql.ExecutionResult;
import io.wenda.api.security.Bearer;
import io.wenda.api.security.BearerAuthentication;
import io.wenda.api.security.SocketPlaces;
import java.time.Duration;
import java.util.Optional;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Counts a subscription by server-sent events as the connection that it holds, as a WebSocket. */
@Component
class EventPlaces {
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final SocketPlaces places;

    EventPlaces(SocketPlaces places) {
        this.places = places;
    }

    /** The response whose stream begins where its caller has a place left, and keeps it. */
    WebGraphQlResponse kept(Optional<Authentication> sender, WebGraphQlResponse response) {
        return sender.isPresent()
                        && sender.get() instanceof BearerAuthentication known
                        && response.getData() instanceof Publisher<?> stream
                ? response.transform(
                        builder -> builder.data(Flux.defer(() -> kept(known.bearer(), stream))))
                : response;
    }

    private Flux<Object> kept(Bearer bearer, Publisher<?> stream) {
        return places.enter(bearer)
                ? Flux.<Object>from(stream).doFinally(_ -> places.leave(bearer))
                : Flux.just(
                        ExecutionResult.newExecutionResult().addError(full().toError()).build());
    }

    private static Fault full() {
        return new Fault(
                Fault.Code.RATE_LIMITED,
                "too many connections of this caller: close some, or try again later",
                RETRY);
    }
}
