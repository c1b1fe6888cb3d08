package io.wenda.api.security;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Mono;

/**
 * A WebSocket says who it is in connection_init, as {@code {"Authorization": "Bearer ..."}}.
 * Without a token or with a bad one it is closed with 4401, which the protocol's handler does on
 * our error.
 */
@Component
@Order(0)
class SocketTokens implements WebSocketGraphQlInterceptor {
    private static final String CONTEXT = SocketTokens.class.getName();
    private static final String SCHEME = "bearer ";

    private final BearerTokens tokens;
    private final OpenSockets sockets;

    SocketTokens(BearerTokens tokens, OpenSockets sockets) {
        this.tokens = tokens;
        this.sockets = sockets;
    }

    @Override
    public Mono<Object> handleConnectionInitialization(
            WebSocketSessionInfo session, Map<String, Object> payload) {
        return Mono.defer(() -> {
            var token =
                    token(payload)
                            .orElseThrow(() ->
                                    new InvalidBearerTokenException(
                                            "connection_init needs a token"));
            var authentication = authenticate(session, token);
            session.getAttributes().put(CONTEXT, new SecurityContextImpl(authentication));
            if (!sockets.authenticated(session.getId(), authentication.bearer())) {
                throw new IllegalStateException("it is closed already");
            }
            // whoever was removed meanwhile was not among the open sockets yet
            tokens.requireHolder(authentication.bearer());
            return Mono.empty();
        });
    }

    private BearerAuthentication authenticate(WebSocketSessionInfo session, String token) {
        try {
            return tokens.authenticate(token, session.getHeaders().getOrigin());
        } catch (DataAccessException | TransactionException away) {
            sockets.undecided(session.getId()); // 4401 would tell her to sign in again
            throw away;
        }
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var response = chain.next(request);
        return request instanceof WebSocketGraphQlRequest onSocket
                        && onSocket.getSessionInfo().getAttributes().get(CONTEXT)
                                instanceof SecurityContext known
                ? response.contextWrite(
                        context -> context.put(SecurityContext.class.getName(), known))
                : response;
    }

    /** A payload is whatever the client sent: an Authorization that is no text is none. */
    private static Optional<String> token(Map<String, Object> payload) {
        return payload.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase("Authorization"))
                .map(entry -> bearer(entry.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> bearer(@Nullable Object value) {
        return value instanceof String text
                        && text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(text.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
