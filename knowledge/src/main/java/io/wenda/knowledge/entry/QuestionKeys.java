package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the entries of the current company that ask something, by the keys of their questions. */
@Component
public class QuestionKeys {
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    QuestionKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Unkeyed(VersionId version, UUID key) {}

    /** Those that ask it in their latest or in their published version, oldest first. */
    List<AskedBefore.Asking> asking(Collection<UUID> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select k.key, v.locale, e.category, e.id
                        from unnest((select ?::uuid[])) as k (key)
                          cross join lateral (
                            select entry_id, number, locale from knowledge_version
                            where question_key = k.key) v
                          cross join lateral (
                            select id, category from knowledge_entry
                            where id = v.entry_id
                              and (latest = v.number or published = v.number)) e
                        order by e.id
                        """)
                .param(keys.toArray(UUID[]::new))
                .query((row, _) ->
                        new AskedBefore.Asking(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                new EntryId(row.getObject(4, UUID.class))))
                .list();
    }

    /** Gives keys to some versions that were written before there were any; false: to none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean fillIn() {
        var unkeyed =
                jdbc.sql(
                                """
                                select entry_id, number, question from knowledge_version
                                where question_key is null order by entry_id, number
                                limit ? for no key update skip locked
                                """)
                        .param(AT_ONCE)
                        .query((row, _) ->
                                new Unkeyed(
                                        new VersionId(
                                                new EntryId(row.getObject(1, UUID.class)),
                                                row.getInt(2)),
                                        Wording.questionKey(row.getString(3))))
                        .list();
        if (unkeyed.isEmpty()) {
            return false;
        }
        jdbc.sql(
                        """
                        update knowledge_version v set question_key = u.key
                        from unnest(?::uuid[], ?::int[], ?::uuid[]) as u (entry_id, number, key)
                        where v.entry_id = u.entry_id and v.number = u.number
                        """)
                .param(
                        unkeyed.stream()
                                .map(it -> it.version().entry().value())
                                .toArray(UUID[]::new))
                .param(unkeyed.stream().map(it -> it.version().number()).toArray(Integer[]::new))
                .param(unkeyed.stream().map(Unkeyed::key).toArray(UUID[]::new))
                .update();
        return true;
    }
}
