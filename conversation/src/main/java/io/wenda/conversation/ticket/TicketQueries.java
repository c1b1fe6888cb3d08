package io.wenda.conversation.ticket;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.Ticket;
import io.wenda.conversation.TicketId;
import io.wenda.conversation.ledger.Columns;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads tickets. Supervisors and above see all, an agent those that she made, that are assigned to
 * her, or that came from her conversations; nobody else any.
 */
@Component
public class TicketQueries {
    private static final UUID LAST = new UUID(-1, -1);
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    TicketQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One. */
    @Transactional(readOnly = true)
    public Optional<Ticket> byId(Caller caller, TicketId id) {
        return Optional.ofNullable(byIds(caller, List.of(id)).get(id));
    }

    /** Those of these. */
    @Transactional(readOnly = true)
    public Map<TicketId, Ticket> byIds(Caller caller, Collection<TicketId> ids) {
        var sight = TicketSight.of(caller);
        return jdbc
                .sql("select * from ticket t where t.id = any(:ids) and " + sight.condition())
                .param("ids", ids.stream().map(TicketId::value).toArray(UUID[]::new))
                .params(sight.parameters())
                .query((row, _) -> TicketRows.ticket(new Columns(row)))
                .list()
                .stream()
                .collect(toMap(Ticket::id, it -> it));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Ticket> page(Caller caller, TicketFilter filter, PageRequest request) {
        var sight = TicketSight.of(caller);
        var rows =
                jdbc.sql(
                                """
                                select * from ticket t where t.id < :after and %s and %s
                                order by t.id desc limit :limit
                                """
                                        .formatted(TicketFilter.CONDITION, sight.condition()))
                        .param("after", Objects.requireNonNullElse(request.after(), LAST))
                        .param("limit", request.limit() + 1)
                        .params(filter.parameters())
                        .params(sight.parameters())
                        .query((row, _) -> TicketRows.ticket(new Columns(row)))
                        .list();
        return Page.of(rows, request.limit(), request.counted() ? count(filter, sight) : null);
    }

    private @Nullable Long count(TicketFilter filter, TicketSight sight) {
        var counted =
                jdbc.sql(
                                """
                                select count(*) from (
                                  select from ticket t where %s and %s limit :limit) t
                                """
                                        .formatted(TicketFilter.CONDITION, sight.condition()))
                        .param("limit", Page.COUNTED_UP_TO + 1)
                        .params(filter.parameters())
                        .params(sight.parameters())
                        .query(Long.class)
                        .single();
        return counted > Page.COUNTED_UP_TO ? null : counted;
    }

    /** Each conversation's, oldest first. */
    @Transactional(readOnly = true)
    public Map<ConversationId, Page<Ticket>> ofConversations(
            Caller caller, Collection<ConversationId> conversations, PageRequest request) {
        var sight = TicketSight.of(caller);
        var rows =
                jdbc
                        .sql(
                                """
                                select t.* from unnest(:conversations) as c (id)
                                  cross join lateral (
                                    select t.*, count(*) over () as total from ticket t
                                    where t.conversation_id = c.id and %s) t
                                where t.id > :after
                                order by t.conversation_id, t.id
                                """
                                        .formatted(sight.condition()))
                        .param("conversations", ids(conversations))
                        .param("after", Objects.requireNonNullElse(request.after(), FIRST))
                        .params(sight.parameters())
                        .query((row, _) -> TicketRows.counted(new Columns(row)))
                        .list()
                        .stream()
                        .collect(groupingBy(TicketRows.Counted::conversation));
        var pages = new HashMap<ConversationId, Page<Ticket>>();
        conversations.forEach(
                id -> pages.put(id, TicketRows.page(rows.getOrDefault(id, List.of()), request)));
        return pages;
    }

    private static UUID[] ids(Collection<ConversationId> conversations) {
        return conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
    }
}
