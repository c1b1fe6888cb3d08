package io.wenda.api.security;

import org.springframework.boot.graphql.autoconfigure.GraphQlCorsProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** GraphQL over WebSocket, with a list of the open connections, so that they can be ended. */
@Component
class SocketHandler extends GraphQlWebSocketHandler {
    /** 8,000 characters, each escaped, and the document around them. */
    private static final int LONGEST = 64 * 1024;

    private static final String BEGUN = SocketHandler.class.getName() + ".begun";

    private final OpenSockets sockets;

    SocketHandler(
            WebGraphQlHandler graphQl,
            JsonMapper json,
            GraphQlProperties settings,
            GraphQlCorsProperties cors,
            OpenSockets sockets) {
        super(
                graphQl,
                new JacksonJsonHttpMessageConverter(json),
                settings.getWebsocket().getConnectionInitTimeout(),
                settings.getWebsocket().getKeepAlive(),
                cors.toCorsConfiguration());
        this.sockets = sockets;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
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
    protected void handleTextMessage(WebSocketSession session, TextMessage part) throws Exception {
        var begun = (StringBuilder) session.getAttributes().get(BEGUN);
        if (begun == null && part.isLast()) {
            super.handleTextMessage(session, part);
            return;
        }
        var message = begun == null ? new StringBuilder() : begun;
        if (message.length() + part.getPayloadLength() > LONGEST) {
            session.close(CloseStatus.TOO_BIG_TO_PROCESS);
            return;
        }
        message.append(part.getPayload());
        if (part.isLast()) {
            session.getAttributes().remove(BEGUN);
            super.handleTextMessage(session, new TextMessage(message));
        } else {
            session.getAttributes().put(BEGUN, message);
        }
    }
}
