package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for another pair of eyes, longest waiting first. */
@Component
public class ReviewQueue {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** An entry's place: its latest version's last step into review, which stays when it is out. */
    private static final String PLACE =
            """
            (select m.id from knowledge_move m
              where m.entry_id = %1$s.id and m.version = %1$s.latest and m.to_state = 'IN_REVIEW'
              order by m.id desc limit 1)
            """;

    private static final String WAITING =
            """
            from knowledge_entry e
              join knowledge_version v on v.entry_id = e.id and v.number = e.latest
            where v.state = 'IN_REVIEW'
            """;

    private static final String NEXT =
            "select w.id from (select e.id, coalesce(%s, :first) as place %s) w "
                            .formatted(PLACE.formatted("e"), WAITING)
                    + """
                    where (w.place, w.id) > (
                        coalesce((select %s from knowledge_entry a where a.id = :after), :first),
                        :after)
                    order by w.place, w.id limit :most
                    """
                            .formatted(PLACE.formatted("a"));

    private final JdbcClient jdbc;
    private final KnowledgeReader reader;

    ReviewQueue(JdbcClient jdbc, KnowledgeReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /** Entries whose latest version is in review. */
    @Transactional(readOnly = true)
    public Page<Entry> page(Caller caller, PageRequest request) {
        var ids =
                jdbc.sql(NEXT)
                        .param("first", BEFORE_ALL)
                        .param("after", Objects.requireNonNullElse(request.after(), BEFORE_ALL))
                        .param("most", request.limit() + 1)
                        .query((row, _) -> new EntryId(row.getObject(1, UUID.class)))
                        .list();
        var entries = reader.byIds(caller, ids);
        var rows =
                ids.stream().flatMap(id -> Optional.ofNullable(entries.get(id)).stream()).toList();
        return Page.of(rows, request.limit(), request.counted() ? count() : null);
    }

    private @Nullable Long count() {
        long counted =
                jdbc.sql("select count(*) from (select 1 %s limit ?) w".formatted(WAITING))
                        .param(Page.COUNTED_UP_TO + 1)
                        .query(Long.class)
                        .single();
        return counted > Page.COUNTED_UP_TO ? null : Long.valueOf(counted);
    }
}
