package io.wenda.conversation.channel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.AfterCommit;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.node.Nodes;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether visitors may come through a channel at this moment. Asked by every request of theirs, so
 * it is remembered; a switch is known at once, on every node. A node that was not told learns it
 * when the seconds are over.
 */
@Component
public class OpenChannels {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private record Place(TenantId tenant, ChannelId channel) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher rooms;
    private final Nodes nodes;
    private final Cache<Place, Boolean> remembered =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(100_000).build();

    OpenChannels(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ApplicationEventPublisher rooms,
            Nodes nodes) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rooms = rooms;
        this.nodes = nodes;
        // whoever listens may take its time
        nodes.hear(ChannelSwitched.class, it -> Thread.ofVirtual().start(() -> forget(it)));
    }

    /** False also for a channel that the company does not have. */
    public boolean isOpen(TenantId tenant, ChannelId channel) {
        return remembered.get(new Place(tenant, channel), this::read);
    }

    /** Forgets, once the running transaction has committed, and tells whoever else remembers. */
    void switched(ChannelId channel, boolean enabled) {
        var change = new ChannelSwitched(CurrentTenant.get(), channel, enabled);
        AfterCommit.run(() -> {
            nodes.tell(change);
            forget(change);
        });
    }

    private void forget(ChannelSwitched change) {
        remembered.invalidate(new Place(change.tenant(), change.channel()));
        rooms.publishEvent(change);
    }

    private boolean read(Place place) {
        return CurrentTenant.call(
                place.tenant(),
                () ->
                        Boolean.TRUE.equals(
                                transactions.execute(_ ->
                                        jdbc.sql("select enabled from channel where id = ?")
                                                .param(place.channel().value())
                                                .query(Boolean.class)
                                                .optional()
                                                .orElse(false))));
    }
}
