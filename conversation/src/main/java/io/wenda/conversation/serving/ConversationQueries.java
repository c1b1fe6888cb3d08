package io.wenda.conversation.serving;

import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.ledger.Columns;
import io.wenda.conversation.ledger.Rows;
import io.wenda.conversation.ledger.Sight;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads conversations, each method only those that the caller may see. */
@Component
public class ConversationQueries {
    private static final UUID LAST = new UUID(-1, -1);

    private static final String FILTER =
            """
            (cardinality(:states::text[]) = 0 or c.state = any(:states::text[]))
            and (:assignee::uuid is null or c.assignee_id = :assignee::uuid)
            and (:channel::uuid is null or c.channel_id = :channel::uuid)
            and (:group::uuid is null or c.group_id = :group::uuid)
            """;

    /** What is asked for; an empty set of states is all of them. */
    public record Filter(
            Set<ConversationState> states,
            @Nullable MemberId assignee,
            @Nullable ChannelId channel,
            @Nullable SkillGroupId skillGroup) {

        /** All. */
        public static final Filter NONE = new Filter(Set.of(), null, null, null);

        private Map<String, @Nullable Object> parameters() {
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.put("states", states.stream().map(Enum::name).toArray(String[]::new));
            parameters.put("assignee", assignee == null ? null : assignee.value());
            parameters.put("channel", channel == null ? null : channel.value());
            parameters.put("group", skillGroup == null ? null : skillGroup.value());
            return parameters;
        }
    }

    private final JdbcClient jdbc;

    ConversationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One. */
    @Transactional(readOnly = true)
    public Optional<Conversation> byId(Caller caller, ConversationId id) {
        return Optional.ofNullable(byIds(caller, List.of(id)).get(id));
    }

    /** Those of these. */
    @Transactional(readOnly = true)
    public Map<ConversationId, Conversation> byIds(Caller caller, Collection<ConversationId> ids) {
        var sight = Sight.of(caller);
        return jdbc
                .sql("select * from conversation c where c.id = any(:ids) and " + sight.condition())
                .param("ids", ids(ids))
                .params(sight.parameters())
                .query((row, _) -> Rows.conversation(row))
                .list()
                .stream()
                .collect(toMap(Conversation::id, it -> it));
    }

    private static UUID[] ids(Collection<ConversationId> ids) {
        return ids.stream().map(ConversationId::value).toArray(UUID[]::new);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Conversation> page(Caller caller, Filter filter, PageRequest request) {
        var sight = Sight.of(caller);
        var rows =
                jdbc.sql(
                                """
                                select * from conversation c where c.id < :after and %s and %s
                                order by c.id desc limit :limit
                                """
                                        .formatted(FILTER, sight.condition()))
                        .param("after", Objects.requireNonNullElse(request.after(), LAST))
                        .param("limit", request.limit() + 1)
                        .params(filter.parameters())
                        .params(sight.parameters())
                        .query((row, _) -> Rows.conversation(row))
                        .list();
        return Page.of(rows, request.limit(), request.counted() ? count(filter, sight) : null);
    }

    private @Nullable Long count(Filter filter, Sight sight) {
        var counted =
                jdbc.sql(
                                """
                                select count(*) from (
                                  select from conversation c where %s and %s limit 10001) c
                                """
                                        .formatted(FILTER, sight.condition()))
                        .params(filter.parameters())
                        .params(sight.parameters())
                        .query(Long.class)
                        .single();
        return total(counted);
    }

    private static @Nullable Long total(long counted) {
        return counted > Page.COUNTED_UP_TO ? null : counted;
    }

    private static String ofContacts(Sight sight) {
        return """
        select k.id as of_contact, n.total, c.*
        from unnest(:contacts) as k (id)
          cross join lateral (
            select count(*) as total from (
              select from conversation c where c.contact_id = k.id and %1$s limit 10001) a) n
          cross join lateral (
            select * from conversation c
            where c.contact_id = k.id and c.id < :after and %1$s
            order by c.id desc limit :limit) c
        order by k.id, c.id desc
        """
                .formatted(sight.condition());
    }

    /** Each contact's, newest first; who has none that the caller may see is absent. */
    @Transactional(readOnly = true)
    public Map<ContactId, Page<Conversation>> ofContacts(
            Caller caller, Collection<ContactId> contacts, PageRequest request) {
        var sight = Sight.of(caller);
        var found = new HashMap<ContactId, List<Conversation>>();
        var totals = new HashMap<ContactId, Long>();
        jdbc.sql(ofContacts(sight))
                .param(
                        "contacts",
                        contacts.stream().map(ContactId::value).distinct().toArray(UUID[]::new))
                .param("after", Objects.requireNonNullElse(request.after(), LAST))
                .param("limit", request.limit() + 1)
                .params(sight.parameters())
                .query(row -> {
                    var contact = new ContactId(new Columns(row).uuid("of_contact"));
                    totals.put(contact, row.getLong("total"));
                    found.computeIfAbsent(contact, _ -> new ArrayList<>())
                            .add(Rows.conversation(row));
                });
        var pages = new HashMap<ContactId, Page<Conversation>>();
        found.forEach((contact, rows) -> {
            var total = request.counted() ? total(totals.getOrDefault(contact, 0L)) : null;
            pages.put(contact, Page.of(rows, request.limit(), total));
        });
        return pages;
    }

    /** The visitor's open one on her channel. */
    @Transactional(readOnly = true)
    public Optional<Conversation> openOf(Caller.Visitor visitor) {
        return jdbc.sql(
                        """
                        select * from conversation
                        where channel_id = :channel and contact_id = :contact
                          and state <> 'CLOSED'
                        """)
                .param("channel", visitor.channel().value())
                .param("contact", visitor.contact().value())
                .query((row, _) -> Rows.conversation(row))
                .optional();
    }

    /** Place in its group's queue from 1, of those that are QUEUED. */
    @Transactional(readOnly = true)
    public Map<ConversationId, Integer> queuePositions(
            Caller caller, Collection<ConversationId> ids) {
        var sight = Sight.of(caller);
        var positions = new HashMap<ConversationId, Integer>();
        jdbc.sql(
                        """
                        select c.id, (
                          select count(*) from conversation q
                          where q.tenant_id = c.tenant_id and q.group_id = c.group_id and q.state = 'QUEUED'
                            and (q.state_since, q.id) <= (c.state_since, c.id)) as position
                        from conversation c
                        where c.id = any(:ids) and c.state = 'QUEUED' and %s
                        """
                                .formatted(sight.condition()))
                .param("ids", ids(ids))
                .params(sight.parameters())
                .query(row -> {
                    positions.put(
                            new ConversationId(row.getObject("id", UUID.class)),
                            row.getInt("position"));
                });
        return positions;
    }
}
