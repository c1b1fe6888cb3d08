package io.wenda.api.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many WebSockets and event streams a node keeps open, and how much a WebSocket may bring.
 *
 * @param ofCaller of one visitor, member or program
 * @param ofCompany of one company, its visitors included; fewer than server.tomcat.max-connections
 * @param messageBurst messages of one connection at once
 * @param messagesASecond of one connection after the burst
 * @param messageWithin from a message's first part to its last
 */
@ConfigurationProperties("wenda.sockets")
record SocketSettings(
        @DefaultValue("100") int ofCaller,
        @DefaultValue("10000") int ofCompany,
        @DefaultValue("500") int messageBurst,
        @DefaultValue("100") int messagesASecond,
        @DefaultValue("20s") Duration messageWithin) {}
