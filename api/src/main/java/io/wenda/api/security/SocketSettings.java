package io.wenda.api.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many WebSockets and streams a node keeps open, and how much a WebSocket may bring.
 *
 * @param ofVisitor of one visitor, who has the chat open in some tabs
 * @param ofMember of one member
 * @param ofProgram of one program
 * @param ofCompany of one company, its visitors included; fewer than server.tomcat.max-connections
 * @param ofNode of all; null: as many as fit into two thirds of the heap
 * @param messageBurst messages of one connection at once
 * @param messagesASecond of one connection after the burst
 * @param messageWithin from a message's first part to its last
 * @param heartbeat after which a socket hears something, in whole seconds, from 1 s; what hears
 *     nothing for 35 s asks by itself: web-widget, web-console
 */
@ConfigurationProperties("wenda.sockets")
record SocketSettings(
        @DefaultValue("20") int ofVisitor,
        @DefaultValue("100") int ofMember,
        @DefaultValue("1000") int ofProgram,
        @DefaultValue("10000") int ofCompany,
        @Nullable Integer ofNode,
        @DefaultValue("500") int messageBurst,
        @DefaultValue("100") int messagesASecond,
        @DefaultValue("20s") Duration messageWithin,
        @DefaultValue("30s") Duration heartbeat) {
    /**
     * What a connection with its stream takes of the heap, as {@code ./wenda bench} measures it.
     */
    private static final long BYTES = 96 * 1024;

    SocketSettings {
        if (heartbeat.toSeconds() < 1 || heartbeat.toNanosPart() != 0) {
            throw new IllegalArgumentException(
                    "wenda.sockets.heartbeat is %s: give whole seconds, 1s or more"
                            .formatted(heartbeat));
        }
    }

    long ofWholeNode() {
        return ofNode != null ? ofNode : Runtime.getRuntime().maxMemory() * 2 / 3 / BYTES;
    }
}
