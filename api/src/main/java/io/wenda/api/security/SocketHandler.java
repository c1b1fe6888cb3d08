package io.wenda.api.security;

import org.springframework.boot.graphql.autoconfigure.GraphQlCorsProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** GraphQL over WebSocket, with a list of the open connections, so that they can be ended. */
@Component
class SocketHandler extends GraphQlWebSocketHandler {
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
}
