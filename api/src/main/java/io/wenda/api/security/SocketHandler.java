package io.wenda.api.security;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.graphql.autoconfigure.GraphQlCorsProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/**
 * GraphQL over WebSocket, with a list of the open connections, so that they can be ended. Two write
 * on one: the library, on a thread for each connection, and the heartbeat.
 */
@Component
class SocketHandler extends GraphQlWebSocketHandler {
    /** 8,000 characters, each escaped, and the document around them. */
    private static final int LONGEST = 64 * 1024;

    private static final CloseStatus INVALID = new CloseStatus(4400, "Invalid message");
    private static final CloseStatus TOO_MANY = new CloseStatus(4429, "Too many messages");
    private static final CloseStatus TOO_SLOW =
            CloseStatus.POLICY_VIOLATION.withReason("the message comes too slowly");

    private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);
    private static final String BEGUN = SocketHandler.class.getName() + ".begun";
    private static final String SHARED = SocketHandler.class.getName() + ".shared";
    private static final String BUCKET = SocketHandler.class.getName() + ".bucket";

    /** A message that has not come to its end. */
    private record Begun(StringBuilder text, long since) {}

    private final SocketSettings settings;

    private final OpenSockets sockets;

    SocketHandler(
            WebGraphQlHandler graphQl,
            JsonMapper json,
            GraphQlProperties settings,
            GraphQlCorsProperties cors,
            SocketSettings limits,
            OpenSockets sockets) {
        super(
                graphQl,
                new JacksonJsonHttpMessageConverter(json),
                settings.getWebsocket().getConnectionInitTimeout(),
                null, // sockets have a heartbeat
                cors.toCorsConfiguration());
        this.settings = limits;
        this.sockets = sockets;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession connection) {
        var session = new OneAtATime(connection);
        connection.getAttributes().put(SHARED, session);
        sockets.opened(session);
        super.afterConnectionEstablished(session);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        sockets.closed(session.getId());
        super.afterConnectionClosed(session, status);
    }

    /** Else the container would keep room for the longest message for every open socket. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    protected void handleTextMessage(WebSocketSession connection, TextMessage part)
            throws Exception {
        if (!(connection.getAttributes().get(SHARED) instanceof OneAtATime session)
                || !session.isOpen()) {
            return; // sent before the sender knew
        }
        var begun = (Begun) session.getAttributes().get(BEGUN);
        if (begun == null && part.isLast()) {
            handle(session, part);
            return;
        }
        var message = begun == null ? new Begun(new StringBuilder(), System.nanoTime()) : begun;
        if (message.text().length() + part.getPayloadLength() > LONGEST) {
            session.close(CloseStatus.TOO_BIG_TO_PROCESS);
        } else if (System.nanoTime() - message.since() > settings.messageWithin().toNanos()) {
            session.close(TOO_SLOW);
        } else {
            message.text().append(part.getPayload());
            if (part.isLast()) {
                session.getAttributes().remove(BEGUN);
                handle(session, new TextMessage(message.text()));
            } else {
                session.getAttributes().put(BEGUN, message);
            }
        }
    }

    private void handle(WebSocketSession session, TextMessage message) throws Exception {
        var bucket = (Bucket) session.getAttributes().computeIfAbsent(BUCKET, _ -> bucket());
        if (!bucket.tryConsume(1)) {
            session.close(TOO_MANY);
            return;
        }
        try {
            super.handleTextMessage(session, message);
        } catch (HttpMessageConversionException
                | ServerWebInputException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | ClassCastException e) {
            // the library reads only what is written as it expects
            LOG.debug("no message of the protocol", e);
            session.close(INVALID);
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.messageBurst())
                                .refillGreedy(settings.messagesASecond(), Duration.ofSeconds(1)))
                .build();
    }
}
