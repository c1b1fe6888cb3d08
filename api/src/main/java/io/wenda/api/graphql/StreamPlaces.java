package io.wenda.api.graphql;

import graphql.ExecutionResult;
import io.wenda.api.security.Bearer;
import io.wenda.api.security.BearerAuthentication;
import io.wenda.api.security.SocketPlaces;
import java.time.Duration;
import java.util.Optional;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Counts what goes on among its caller's connections, for it costs a node as much: each stream of
 * server-sent events, and each on a WebSocket beside the first, whose place is the connection's.
 */
@Component
class StreamPlaces {
    private static final String OPEN = StreamPlaces.class.getName();
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final SocketPlaces places;

    StreamPlaces(SocketPlaces places) {
        this.places = places;
    }

    /** The response whose stream begins where its caller has a place left, and keeps it. */
    WebGraphQlResponse kept(
            WebGraphQlRequest request,
            Optional<Authentication> sender,
            WebGraphQlResponse response) {
        return sender.isPresent()
                        && sender.get() instanceof BearerAuthentication known
                        && response.getData() instanceof Publisher<?> stream
                ? response.transform(builder ->
                        builder.data(Flux.defer(() -> kept(open(request), known.bearer(), stream))))
                : response;
    }

    private Flux<Object> kept(Open open, Bearer bearer, Publisher<?> stream) {
        return open.enter(places, bearer)
                ? Flux.<Object>from(stream).doFinally(_ -> open.leave(places, bearer))
                : Flux.just(
                        ExecutionResult.newExecutionResult().addError(full().toError()).build());
    }

    private static Open open(WebGraphQlRequest request) {
        return request instanceof WebSocketGraphQlRequest socket
                ? (Open)
                        socket.getSessionInfo()
                                .getAttributes()
                                .computeIfAbsent(OPEN, _ -> new Open(1))
                : new Open(0);
    }

    /** The streams of one connection. */
    private static final class Open {
        private final int placesOfConnection;
        private int streams;

        Open(int placesOfConnection) {
            this.placesOfConnection = placesOfConnection;
        }

        synchronized boolean enter(SocketPlaces places, Bearer bearer) {
            if (streams >= placesOfConnection && !places.enter(bearer)) {
                return false;
            }
            streams++;
            return true;
        }

        synchronized void leave(SocketPlaces places, Bearer bearer) {
            streams--;
            if (streams >= placesOfConnection) {
                places.leave(bearer);
            }
        }
    }

    private static Fault full() {
        return new Fault(
                Fault.Code.RATE_LIMITED,
                "too many connections and streams of this caller: close some, or try again later",
                RETRY);
    }
}
