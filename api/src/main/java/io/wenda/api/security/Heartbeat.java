package io.wenda.api.security;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * Lets every open socket hear something from time to time, so that neither a proxy nor its client
 * takes it for dead. It is a pong that nobody asked for, which graphql-transport-ws has for this:
 * unlike a ping it needs no answer, and reading those cost more than all else of an idle socket.
 */
@Component
class Heartbeat {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final TextMessage BEAT = new TextMessage("{\"type\":\"pong\"}");
    private static final Duration TICK = Duration.ofSeconds(1);

    private final OpenSockets sockets;
    private final Executor threads;
    private final int turns;
    private int turn;

    Heartbeat(
            OpenSockets sockets,
            SocketSettings settings,
            @Qualifier("applicationTaskExecutor") Executor threads) {
        this.sockets = sockets;
        this.threads = threads;
        this.turns = Math.toIntExact(settings.heartbeat().dividedBy(TICK));
    }

    /** Each socket has a turn of its own, which does not change: they do not beat all at once. */
    @Scheduled(fixedRateString = "PT1S")
    void beat() {
        turn = (turn + 1) % turns;
        sockets.forEachAuthenticated(session -> {
            if (Math.floorMod(session.getId().hashCode(), turns) == turn) {
                threads.execute(() -> beat(session)); // where a client is slow, sending waits
            }
        });
    }

    private static void beat(WebSocketSession session) {
        try {
            session.sendMessage(BEAT);
        } catch (IOException | RuntimeException gone) {
            LOG.debug("a connection is broken", gone);
            close(session);
        }
    }

    private static void close(WebSocketSession session) {
        try {
            session.close(CloseStatus.SERVER_ERROR);
        } catch (IOException e) {
            LOG.debug("a connection could not be closed in order", e);
        }
    }
}
