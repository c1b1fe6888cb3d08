package io.wenda.knowledge.entry;

import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.company.Audit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree that entries are filed in: it is made of their paths, so there is no empty category. */
@Component
public class Categories {
    private static final int MOST_PATHS = 2_000;
    private static final int MOST_TAGS = 200;

    private static final String MOVE =
            """
            update knowledge_entry set category = case
                when category = :from then :to
                when cast(:to as text) is null then substr(category, length(:from) + 2)
                else :to || substr(category, length(:from) + 1) end
            where category = :from or starts_with(category, :from || '/')
            returning category
            """;

    private record Filed(String path, int entries) {}

    private final JdbcClient jdbc;
    private final Audit audit;

    Categories(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Every category with entries that the caller may see in it or below it, in their order. */
    @Transactional(readOnly = true)
    public List<Category> tree(Caller caller) {
        var own = new TreeMap<String, Integer>();
        var all = new TreeMap<String, Integer>();
        for (var filed : filed(caller)) {
            own.merge(filed.path(), filed.entries(), Integer::sum);
            for (@Nullable String at = filed.path(); at != null; at = above(at)) {
                all.merge(at, filed.entries(), Integer::sum);
            }
        }
        return all.entrySet().stream()
                .map(it -> {
                    var names = it.getKey().split("/", -1);
                    return new Category(
                            it.getKey(),
                            names[names.length - 1],
                            names.length,
                            own.getOrDefault(it.getKey(), 0),
                            it.getValue());
                })
                .toList();
    }

    /** The tags of what the caller may see, the most used first, at most 200. */
    @Transactional(readOnly = true)
    public List<Tag> tags(Caller caller) {
        return jdbc.sql(
                        """
                        select tag, count(*) as entries
                        from knowledge_entry e cross join unnest(e.tags) as tag
                        where :all or e.published is not null
                        group by tag order by entries desc, tag limit :most
                        """)
                .param("all", caller.has(Role.EDITOR))
                .param("most", MOST_TAGS)
                .query((row, _) -> new Tag(row.getString(1), row.getInt(2)))
                .list();
    }

    /**
     * Renames or moves a category with all below it; where the other exists already, both are one
     * from then on. Without another its entries have none, and what was below moves up.
     *
     * @return how many entries are filed elsewhere now
     */
    @Transactional
    public int move(Caller caller, String from, @Nullable String to) {
        var old = CategoryPath.of(from, "from");
        var next = CategoryPath.of(to, "to");
        if (old == null) {
            throw new Refusal.NotFound("category", "from");
        }
        if (next != null && CategoryPath.isWithin(next, old)) {
            throw new Refusal.Invalid("must not be the category itself or one below it", "to");
        }
        var moved =
                jdbc.sql(MOVE)
                        .param("from", old)
                        .param("to", next)
                        .query((row, _) -> Objects.requireNonNullElse(row.getString(1), "-"))
                        .list();
        if (moved.isEmpty()) {
            throw new Refusal.NotFound("category", "from");
        }
        moved.forEach(path -> CategoryPath.checked(path, "to"));
        audit.record(
                caller,
                "knowledge.move-category",
                old,
                Map.of("to", Objects.requireNonNullElse(next, ""), "entries", moved.size()));
        return moved.size();
    }

    private List<Filed> filed(Caller caller) {
        return jdbc.sql(
                        """
                        select category, count(*) from knowledge_entry
                        where category is not null and (:all or published is not null)
                        group by category order by category limit :most
                        """)
                .param("all", caller.has(Role.EDITOR))
                .param("most", MOST_PATHS)
                .query((row, _) -> new Filed(row.getString(1), row.getInt(2)))
                .list();
    }

    private static @Nullable String above(String path) {
        var slash = path.lastIndexOf('/');
        return slash < 0 ? null : path.substring(0, slash);
    }
}
