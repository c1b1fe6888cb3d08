package io.wenda.api.crash;

import io.wenda.analytics.reconciliation.Difference;
import io.wenda.analytics.reconciliation.Reconciliation;
import io.wenda.tenant.engine.EngineSpans;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** An installation's outbox and warehouse, side by side. */
final class Books {
    private final DataFolder folder;

    Books(Installation installation) {
        this(installation.folder());
    }

    Books(DataFolder folder) {
        this.folder = folder;
    }

    /** Whether the bot owes no turn, and all events have been shipped. */
    boolean areSettled() {
        var database = folder.database();
        var open =
                database.sql(
                                """
                                select (select count(*) from shipment where state = 'RECORDED')
                                  + (select count(*) from conversation
                                     where state = 'BOT' and bot_seq < last_contact_seq)
                                """)
                        .query(Long.class)
                        .single();
        var events = database.sql("select count(*) from outbox").query(Long.class).single();
        var shipped = folder.warehouse("select count() from raw_events final").getFirst();
        return open == 0 && events == Long.parseLong(shipped);
    }

    /** Every event that was ever told. */
    List<String> told() {
        return folder.database()
                .sql("select event_id::text from outbox")
                .query(String.class)
                .list();
    }

    /** Every event that the warehouse counts. */
    List<String> counted() {
        return folder.warehouse("select event_id from raw_events final");
    }

    /** What each conversation amounts to: its times, ends, rating, owner and length. */
    List<String> conversations() {
        return folder.database()
                .sql(
                        """
                        select concat_ws(' ', id, channel_id, (extract(epoch from started_at) * 1e6)::bigint,
                          coalesce((extract(epoch from closed_at) * 1e6)::bigint, 0), coalesce(outcome, '-'),
                          coalesce(bot_outcome, '-'), coalesce(rating_score, 0), handed_over,
                          coalesce(last_agent_id, '00000000-0000-0000-0000-000000000000'),
                          (select count(*) from message m where m.tenant_id = c.tenant_id and m.conversation_id = c.id
                           and not m.internal and m.sender <> 'SYSTEM'))
                        from conversation c
                        """)
                .query(String.class)
                .list();
    }

    /** The same as the warehouse has it. */
    List<String> facts() {
        return folder.warehouse(
                """
                select concat(toString(conversation_id), ' ', toString(channel_id), ' ',
                  toString(toUnixTimestamp64Micro(started_at)), ' ', toString(toUnixTimestamp64Micro(closed_at)), ' ',
                  if(outcome = '', '-', outcome), ' ', if(bot_outcome = '', '-', bot_outcome), ' ',
                  toString(score), ' ', if(handed_over, 't', 'f'), ' ', toString(agent_id), ' ', toString(length(messages)))
                from conversation_facts final
                """);
    }

    /** Companies whose events are not numbered 1, 2, 3 .. */
    List<String> misnumbered() {
        return folder.warehouse(
                """
                select tenant_id from raw_events final group by tenant_id
                having uniqExact(event_number) != count() or max(event_number) != count()
                """);
    }

    /** Agents whose load is not the number of conversations that they have. */
    List<String> misloaded() {
        return folder.database()
                .sql(
                        """
                        select member_id::text from agent_load a where load <> (
                          select count(*) from conversation c
                          where c.tenant_id = a.tenant_id and c.assignee_id = a.member_id
                            and c.state = 'ACTIVE')
                        """)
                .query(String.class)
                .list();
    }

    /** The index's names of all versions that it shall hold, and their revisions. */
    List<String> versions() {
        return folder.database()
                .sql(
                        "select tenant_id || ':' || entry_id || ':' || version || ' ' || wanted from knowledge_indexing")
                .query(String.class)
                .list();
    }

    /** A number out of PostgreSQL. */
    long count(String sql) {
        return folder.database().sql(sql).query(Long.class).single();
    }

    /** What the product's own reconciliation finds. */
    List<Difference> differences() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("engines", engines()));
            context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
            context.scan("io.wenda.tenant.isolation", "io.wenda.analytics.warehouse");
            context.registerBean(EngineSpans.class, EngineSpans::none);
            context.register(Reconciliation.class);
            context.refresh();
            var today = LocalDate.now(ZoneOffset.UTC);
            return context.getBean(Reconciliation.class)
                    .check(today.minusDays(1), today.plusDays(2));
        }
    }

    private Map<String, Object> engines() {
        var postgres = folder.kept("postgres");
        var clickhouse = folder.kept("clickhouse");
        return Map.of(
                "wenda.postgres.url",
                "jdbc:postgresql://127.0.0.1:" + postgres.getProperty("port") + "/wenda",
                "wenda.postgres.system-password",
                postgres.getProperty("system-password"),
                "wenda.clickhouse.url",
                "http://127.0.0.1:" + clickhouse.getProperty("port"),
                "wenda.clickhouse.password",
                clickhouse.getProperty("writer-password"));
    }
}
