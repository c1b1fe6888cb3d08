package io.wenda.knowledge.indexing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.index.Stored.Refused;
import io.wenda.tenant.engine.AskedNumber;
import io.wenda.tenant.isolation.SystemDatabase;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the search index will not take, set aside with its reason until it is changed, the company's
 * index is rebuilt, or another index takes the place.
 */
@Component
class Refusals implements MeterBinder {
    /** Of the indexing {@code i}, as it is, by one of the indices {@code :known}. */
    static final String SET_ASIDE =
            """
            exists (
              select from knowledge_index_refusal r
              where r.tenant_id = i.tenant_id and r.entry_id = i.entry_id
                and r.version = i.version and r.revision >= i.wanted
                and r.index_id = any(:known::text[]))
            """;

    /** Those that count: nothing has come of the version since. */
    private static final String IN_FORCE =
            """
            from knowledge_index_refusal r
            join knowledge_indexing i
              on i.tenant_id = r.tenant_id and i.entry_id = r.entry_id and i.version = r.version
            where r.revision >= i.wanted
              and (i.made < i.wanted or i.index_id is distinct from r.index_id)
            """;

    private final JdbcClient jdbc;
    private final SystemDatabase system;

    Refusals(JdbcClient jdbc, SystemDatabase system) {
        this.jdbc = jdbc;
        this.system = system;
    }

    /** Sets versions of the current company aside. */
    void add(List<Refused> refused, String indexId) {
        for (var one : refused) {
            var id = one.version().key().version();
            jdbc.sql(
                            """
                            insert into knowledge_index_refusal
                              (tenant_id, entry_id, version, revision, index_id, reason)
                            values (current_setting('wenda.tenant_id')::uuid, ?, ?, ?, ?, ?)
                            on conflict (tenant_id, entry_id, version) do update
                              set revision = excluded.revision, index_id = excluded.index_id,
                                reason = excluded.reason, refused_at = now()
                            """)
                    .param(id.entry().value())
                    .param(id.number())
                    .param(one.version().revision())
                    .param(indexId)
                    .param(one.reason())
                    .update();
        }
    }

    /** The first of the current company. */
    List<SetAside> first(int most) {
        return jdbc.sql(
                        "select r.entry_id, r.version, r.reason "
                                + IN_FORCE
                                + " order by r.refused_at desc, r.entry_id limit ?")
                .param(most)
                .query((row, _) ->
                        new SetAside(
                                new VersionId(
                                        new EntryId(row.getObject(1, UUID.class)), row.getInt(2)),
                                row.getString(3)))
                .list();
    }

    /** How many of all companies. */
    long count() {
        return system.call(
                jdbc -> jdbc.sql("select count(*) " + IN_FORCE).query(Long.class).single());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wenda.knowledge.refused", new AskedNumber(this::count), AskedNumber::value)
                .strongReference(true)
                .description(
                        "versions that the search index refuses; each company's editors see why")
                .register(registry);
    }
}
