package io.wenda.api.security;

import io.wenda.api.issuer.AccessTokens.Holder;
import io.wenda.api.leaving.Leaving;
import io.wenda.conversation.channel.ChannelSwitched;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.RolesChanged;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/** The WebSocket connections of this process; each is closed when its token ends. */
@Component
class OpenSockets {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSockets.class);

    /** The protocol's own code: the client shall come back with another token. */
    private static final CloseStatus UNAUTHORIZED = new CloseStatus(4401, "Unauthorized");

    /** PostgreSQL cannot be asked who that is: the client shall come back with the same token. */
    private static final CloseStatus LATER = CloseStatus.SERVICE_OVERLOAD;

    /** The client shall come back at once; another node will answer. */
    private static final CloseStatus ELSEWHERE = CloseStatus.SERVICE_RESTARTED;

    /** Other clients of the library's wait a while after it, and come back. */
    private static final CloseStatus FULL =
            CloseStatus.SERVICE_OVERLOAD.withReason("too many connections of this caller");

    private static final Duration TO_LEAVE = Duration.ofSeconds(5);

    private record Socket(
            OneAtATime session, @Nullable Bearer bearer, @Nullable ScheduledFuture<?> end) {}

    private final Map<String, Socket> open = new ConcurrentHashMap<>();
    private final SocketPlaces places;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private volatile boolean leaving;

    OpenSockets(SocketPlaces places, TaskScheduler scheduler, Clock clock) {
        this.places = places;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void opened(OneAtATime session) {
        open.put(session.getId(), new Socket(session, null, null));
        if (leaving) {
            close(session.getId(), ELSEWHERE);
        }
    }

    void closed(String id) {
        var socket = open.remove(id);
        if (socket != null && socket.bearer() != null) {
            places.leave(socket.bearer());
        }
        if (socket != null && socket.end() != null) {
            socket.end().cancel(false);
        }
    }

    /** From now on it is this holder's, until the token ends; false where she has too many. */
    boolean authenticated(String id, Bearer bearer) {
        if (!places.enter(bearer)) {
            close(id, FULL);
            return false;
        }
        var left = Duration.between(clock.instant(), bearer.until());
        var end =
                scheduler.schedule(
                        () -> close(id, UNAUTHORIZED), scheduler.getClock().instant().plus(left));
        var kept =
                open.computeIfPresent(id, (_, socket) -> new Socket(socket.session(), bearer, end));
        if (kept == null) { // closed meanwhile
            places.leave(bearer);
            end.cancel(false);
        }
        return kept != null;
    }

    /** Of those on which somebody has said who she is. */
    void forEachAuthenticated(Consumer<OneAtATime> action) {
        open.values()
                .forEach(socket -> {
                    if (socket.bearer() != null) {
                        action.accept(socket.session());
                    }
                });
    }

    /** Whoever was removed is cut off at once. */
    @EventListener
    void removed(RolesChanged change) {
        if (change.removed()) {
            open.forEach((id, socket) -> {
                if (socket.bearer() instanceof Bearer.OfStaff(var holder)
                        && isOf(holder, change.tenant(), change.holder())) {
                    close(id, UNAUTHORIZED);
                }
            });
        }
    }

    /** Visitors of a channel that is no more open are cut off at once. */
    @EventListener
    void switched(ChannelSwitched change) {
        if (!change.enabled()) {
            open.forEach((id, socket) -> {
                if (socket.bearer() instanceof Bearer.OfVisitor(var visitor, _, _)
                        && visitor.tenant().equals(change.tenant())
                        && visitor.channel().equals(change.channel())) {
                    close(id, UNAUTHORIZED);
                }
            });
        }
    }

    /** Before other streams are ended: on a socket that would look like their own end. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void leave(Leaving event) throws InterruptedException {
        leaving = true;
        var closings = Executors.newVirtualThreadPerTaskExecutor();
        open.keySet().forEach(id -> closings.execute(() -> close(id, ELSEWHERE)));
        closings.shutdown();
        if (!closings.awaitTermination(TO_LEAVE.toSeconds(), TimeUnit.SECONDS)) {
            closings.shutdownNow();
        }
    }

    /** Who it is cannot be known now. */
    void undecided(String id) {
        close(id, LATER);
    }

    private static boolean isOf(Holder holder, TenantId tenant, UUID id) {
        var own =
                switch (holder) {
                    case Holder.OfMember member -> member.id().value();
                    case Holder.OfProgram program -> program.id().value();
                };
        return holder.tenant().equals(tenant) && own.equals(id);
    }

    private void close(String id, CloseStatus status) {
        var socket = open.get(id);
        if (socket != null && socket.session().isOpen()) {
            try {
                socket.session().close(status);
            } catch (IOException e) {
                LOG.debug("a connection could not be closed in order", e);
            }
        }
    }
}
