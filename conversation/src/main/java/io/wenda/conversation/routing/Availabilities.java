package io.wenda.conversation.routing;

import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.Availability;
import io.wenda.conversation.AvailabilityChanged;
import io.wenda.conversation.AvailabilityStatus;
import io.wenda.conversation.ledger.Columns;
import io.wenda.conversation.ledger.Times;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Text;
import io.wenda.tenant.event.Events;
import io.wenda.tenant.isolation.CurrentTenant;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who takes new conversations now. */
@Component
public class Availabilities {
    private static final int LONGEST_REASON = 200;
    private static final String SET =
            """
            insert into agent_load as a (tenant_id, member_id, status, reason, since)
            values (current_setting('wenda.tenant_id')::uuid, :member, :status, :reason, :at)
            on conflict (tenant_id, member_id) do update
              set status = excluded.status, reason = excluded.reason, since = excluded.since
              where (a.status, a.reason) is distinct from (excluded.status, excluded.reason)
            """;

    private final JdbcClient jdbc;
    private final Events events;
    private final ApplicationEventPublisher rooms;
    private final Clock clock;

    Availabilities(JdbcClient jdbc, Events events, ApplicationEventPublisher rooms, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.rooms = rooms;
        this.clock = clock;
    }

    /**
     * Sets a member's availability; coming online draws from the queue at once. Going away or
     * offline keeps the conversations that are hers, and gives her no new ones.
     */
    @Transactional
    public Availability set(MemberId member, AvailabilityStatus status, @Nullable String reason) {
        var at = Times.now(clock);
        var why = reason == null ? null : Text.line(reason, LONGEST_REASON, "reason");
        var changed =
                jdbc.sql(SET)
                        .param("member", member.value())
                        .param("status", status.name())
                        .param("reason", why)
                        .param("at", Times.parameter(at))
                        .update();
        if (changed == 0) {
            return of(Set.of(member)).getOrDefault(member, neverSet(member));
        }
        events.append(new AvailabilityChanged(CurrentTenant.get(), at, member, status, why));
        if (status == AvailabilityStatus.ONLINE) {
            rooms.publishEvent(RoomForOneMore.now());
        }
        return new Availability(status, why, at);
    }

    /** Of each of these; who never said anything is OFFLINE since she joined. */
    @Transactional(readOnly = true)
    public Map<MemberId, Availability> of(Collection<MemberId> members) {
        var known =
                jdbc
                        .sql("select * from agent_load where member_id = any(:members)")
                        .param(
                                "members",
                                members.stream().map(MemberId::value).toArray(UUID[]::new))
                        .query((result, _) -> entry(result))
                        .list()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return members.stream()
                .distinct()
                .collect(toMap(it -> it, it -> known.getOrDefault(it, neverSet(it))));
    }

    private static Map.Entry<MemberId, Availability> entry(ResultSet result) {
        var row = new Columns(result);
        return Map.entry(
                new MemberId(row.uuid("member_id")),
                new Availability(
                        AvailabilityStatus.valueOf(row.text("status")),
                        row.maybeText("reason").orElse(null),
                        row.time("since")));
    }

    /** A member's id holds the millisecond of its making (UUID version 7). */
    private static Availability neverSet(MemberId member) {
        return new Availability(
                AvailabilityStatus.OFFLINE,
                null,
                Instant.ofEpochMilli(member.value().getMostSignificantBits() >>> 16));
    }
}
