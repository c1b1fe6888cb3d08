package io.wenda.api.graphql;

import graphql.GraphQLContext;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.http.MediaType;

/** How an operation came in, which decides how its answer can go out. */
enum Transport {
    /** One answer. */
    POST,
    /** Many, as server-sent events. */
    EVENTS,
    /** Many, over graphql-transport-ws. */
    SOCKET;

    static Transport of(WebGraphQlRequest request) {
        if (request instanceof WebSocketGraphQlRequest) {
            return SOCKET;
        }
        return request.getHeaders().getAccept().contains(MediaType.TEXT_EVENT_STREAM)
                ? EVENTS
                : POST;
    }

    static boolean streams(GraphQLContext context) {
        return context.getOrDefault(Transport.class, POST) != POST;
    }
}
