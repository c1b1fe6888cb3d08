package io.wenda.conversation.ledger;

import static java.util.stream.Collectors.toSet;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.live.LiveBus;
import io.wenda.conversation.live.Topic;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.event.Events;
import io.wenda.tenant.isolation.AfterCommit;
import io.wenda.tenant.isolation.CurrentTenant;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds conversations and writes what happened to them, one or many at once. Use it only inside a
 * transaction.
 */
@Component
public class Ledger {
    private static final String OPEN =
            """
            insert into conversation
              (tenant_id, id, version, state, state_since, owner_version, channel_id,
               contact_id, contact_key, locale, bot, started_at, last_message_at)
            select v.tenant_id, :id, 0, 'BOT', :at, 0, h.id, k.id, k.contact_key, v.locale,
              h.bot_enabled, :at, :at
            from visitor v
              join channel h on h.tenant_id = v.tenant_id and h.id = v.channel_id
              join contact k on k.tenant_id = v.tenant_id and k.id = v.contact_id
            where v.id = :visitor and h.enabled
            on conflict (tenant_id, channel_id, contact_id) where state <> 'CLOSED' do nothing
            returning *
            """;

    private final JdbcClient jdbc;
    private final HeldWriter writer;
    private final Events events;
    private final LiveBus live;
    private final Clock clock;

    Ledger(JdbcClient jdbc, HeldWriter writer, Events events, LiveBus live, Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.events = events;
        this.live = live;
        this.clock = clock;
    }

    /** The conversation, locked, whoever asks: for the room's own work. */
    public Optional<Held> hold(ConversationId id) {
        return jdbc.sql("select * from conversation where id = :id for no key update")
                .param("id", id.value())
                .query((row, _) -> held(row))
                .optional();
    }

    /** The conversation, locked, where the caller may see it. */
    public Optional<Held> hold(Caller caller, ConversationId id) {
        var sight = Sight.of(caller);
        return jdbc.sql(
                        """
                        select * from conversation c where c.id = :id and %s
                        for no key update of c
                        """
                                .formatted(sight.condition()))
                .param("id", id.value())
                .params(sight.parameters())
                .query((row, _) -> held(row))
                .optional();
    }

    /** The visitor's open conversation on her channel, locked. */
    public Optional<Held> holdOpen(Caller.Visitor visitor) {
        return jdbc.sql(
                        """
                        select * from conversation
                        where channel_id = :channel and contact_id = :contact
                          and state <> 'CLOSED'
                        for no key update
                        """)
                .param("channel", visitor.channel().value())
                .param("contact", visitor.contact().value())
                .query((row, _) -> held(row))
                .optional();
    }

    /** Who is next in the group's queue, locked; whoever left it meanwhile is passed over. */
    public Optional<Held> holdNext(SkillGroupId group) {
        return jdbc.sql(
                        """
                        select * from conversation where group_id = :group and state = 'QUEUED'
                        order by state_since, id limit 1
                        for no key update
                        """)
                .param("group", group.value())
                .query((row, _) -> held(row))
                .optional();
    }

    /**
     * A new conversation of the visitor, not yet started. Nothing where her channel takes none, or
     * where somebody else opened one just now: then hold that one.
     */
    public Optional<Held> open(Caller.Visitor visitor) {
        return jdbc.sql(OPEN)
                .param("id", NewId.next())
                .param("visitor", visitor.id().value())
                .param("at", Times.parameter(Times.now(clock)))
                .query((row, _) -> held(row))
                .optional();
    }

    /** An agent's open conversations, all locked, in one order. */
    public List<Held> holdOpenOf(MemberId agent) {
        return jdbc.sql(
                        """
                        select * from conversation
                        where assignee_id = :agent and state in ('ACTIVE', 'WRAP_UP')
                        order by id for no key update
                        """)
                .param("agent", agent.value())
                .query((row, _) -> held(row))
                .list();
    }

    /**
     * Those of the conversations, and the open ones of the visitors on their channels, that nobody
     * else holds at this moment, locked, whoever asks: it never waits. The arrays stand behind a
     * select so that their length does not have each call planned anew.
     */
    public List<Held> holdFree(Collection<ConversationId> ids, Collection<Caller.Visitor> openOf) {
        var free = new ArrayList<Held>();
        if (!ids.isEmpty()) {
            jdbc.sql(
                            """
                            select c.* from unnest((select :ids)) as k (id)
                              cross join lateral (
                                select * from conversation where id = k.id
                                for no key update skip locked) c
                            """)
                    .param("ids", uuids(ids, ConversationId::value))
                    .query((row, _) -> held(row))
                    .list()
                    .forEach(free::add);
        }
        if (!openOf.isEmpty()) {
            jdbc.sql(
                            """
                            select c.* from unnest((select :channels), (select :contacts))
                                as v (channel, contact)
                              cross join lateral (
                                select * from conversation
                                where channel_id = v.channel and contact_id = v.contact
                                  and state <> 'CLOSED'
                                for no key update skip locked) c
                            """)
                    .param("channels", uuids(openOf, it -> it.channel().value()))
                    .param("contacts", uuids(openOf, it -> it.contact().value()))
                    .query((row, _) -> held(row))
                    .list()
                    .forEach(free::add);
        }
        return free;
    }

    private static <T> UUID[] uuids(Collection<T> of, Function<T, UUID> value) {
        return of.stream().map(value).toArray(UUID[]::new);
    }

    private Held held(ResultSet row) {
        return new Held(CurrentTenant.get(), Times.now(clock), new Columns(row));
    }

    /** Writes what happened to it, and wakes its watchers after the commit. */
    public void write(Held held) {
        write(List.of(held));
    }

    /** Writes what happened to each of them, and wakes their watchers after the commit. */
    public void write(Collection<Held> all) {
        var changed = all.stream().filter(held -> held.version != held.before.version()).toList();
        if (changed.isEmpty()) {
            return;
        }
        writer.write(changed);
        events.append(each(changed, held -> held.events));
        var topics = changed.stream().flatMap(held -> topics(held).stream()).collect(toSet());
        AfterCommit.runWhereItMayLast(() -> topics.forEach(live::wake));
    }

    private static <T> List<T> each(List<Held> all, Function<Held, List<T>> of) {
        return all.stream().flatMap(held -> of.apply(held).stream()).toList();
    }

    private static Set<Topic> topics(Held held) {
        var topics = new HashSet<Topic>();
        topics.add(new Topic.OfConversation(held.tenant, held.id));
        if (held.state == ConversationState.QUEUED
                || held.before.state() == ConversationState.QUEUED) {
            topics.add(new Topic.OfQueues(held.tenant));
        }
        if (held.assigneeId != null) {
            topics.add(new Topic.OfMember(held.tenant, held.assigneeId));
        }
        var earlier = held.before.assignee();
        if (earlier != null) {
            topics.add(new Topic.OfMember(held.tenant, earlier));
        }
        return topics;
    }
}
