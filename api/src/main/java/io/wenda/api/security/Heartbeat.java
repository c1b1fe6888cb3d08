package io.wenda.api.security;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;

/**
 * Lets every open socket hear something from time to time, so that neither a proxy nor its client
 * takes it for dead. It is a pong that nobody asked for, which graphql-transport-ws has for this:
 * unlike a ping it needs no answer, and pings with their answers were a third of what idle sockets
 * cost.
 */
@Component
class Heartbeat implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final TextMessage BEAT = new TextMessage("{\"type\":\"pong\"}");
    private static final Duration TICK = Duration.ofSeconds(1);

    private final OpenSockets sockets;
    private final Executor threads;
    private final int turns;
    private final AtomicInteger turn = new AtomicInteger();

    Heartbeat(
            OpenSockets sockets,
            SocketSettings settings,
            @Qualifier("applicationTaskExecutor") Executor threads) {
        this.sockets = sockets;
        this.threads = threads;
        this.turns = Math.toIntExact(settings.heartbeat().dividedBy(TICK));
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedRateTask(new FixedRateTask(this::beat, TICK, TICK));
    }

    /** Each socket has a turn of its own, which does not change: they do not beat all at once. */
    private void beat() {
        var now = turn.updateAndGet(last -> (last + 1) % turns);
        sockets.forEachAuthenticated(socket -> {
            if (Math.floorMod(socket.getId().hashCode(), turns) == now) {
                threads.execute(() -> beat(socket)); // where a client is slow, sending waits
            }
        });
    }

    private static void beat(OneAtATime socket) {
        try {
            socket.sendWhereQuiet(BEAT);
        } catch (IOException | RuntimeException gone) {
            LOG.debug("a connection is broken", gone);
            close(socket);
        }
    }

    private static void close(OneAtATime socket) {
        try {
            socket.close(CloseStatus.SERVER_ERROR);
        } catch (IOException e) {
            LOG.debug("a connection could not be closed in order", e);
        }
    }
}
