package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.wenda.api.graphql.PublicIds;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.SystemDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Row level security, asked below everything that the application adds to it. */
class WallTest extends RunningApplication {
    /** Every table and partition that says whose a row is. */
    private static final String TABLES =
            """
            select c.relname, c.relrowsecurity and c.relforcerowsecurity as walled,
              has_table_privilege('wenda_app', c.oid, 'select') as read,
              c.relispartition as partition
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p')
              and exists (select 1 from pg_attribute a
                          where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
            """;

    private record Table(String name, boolean walled, boolean read, boolean partition) {}

    private final JdbcClient jdbc;
    private final SystemDatabase system;
    private final TransactionTemplate transactions;
    private final JdbcClient owner;
    private final PublicIds ids;

    WallTest(
            @Autowired JdbcClient jdbc,
            @Autowired SystemDatabase system,
            @Autowired TransactionTemplate transactions,
            @Autowired Environment settings,
            @Autowired PublicIds ids) {
        this.jdbc = jdbc;
        this.system = system;
        this.transactions = transactions;
        this.ids = ids;
        var database = new PGSimpleDataSource();
        database.setURL(String.valueOf(settings.getProperty("wenda.postgres.url")));
        database.setUser("wenda_owner");
        database.setPassword(settings.getProperty("wenda.postgres.owner-password"));
        this.owner = JdbcClient.create(database);
    }

    @Test
    void everyTableAndPartitionIsWalledAlsoAfterPartitionsWereMadeAtRunTime() {
        var before = tables();
        system.call(
                db -> db.sql("select make_outbox_partitions(40)").query(Integer.class).single());
        var after = tables();

        assertThat(after).hasSizeGreaterThan(before.size() - 1).hasSizeGreaterThan(40);
        assertThat(after).filteredOn(table -> !table.walled()).isEmpty();
        assertThat(after).filteredOn(Table::partition).isNotEmpty().noneMatch(Table::read);
    }

    @Test
    void nativeSqlSeesForeignRowsOnlyThroughAHoleInTheWall() {
        World.in(OUTSIDE.newCompany("Theirs " + UUID.randomUUID()));
        var ours = ids.as(TenantId.class, OUTSIDE.newCompany("Ours " + UUID.randomUUID()).id());

        assertThat(foreignRows(ours))
                .isNotEmpty()
                .allSatisfy((_, rows) -> assertThat(rows).isZero());

        var readable = tables().stream().filter(Table::read).map(Table::name).toList();
        readable.forEach(table ->
                owner.sql("create policy hole on \"" + table + "\" to wenda_app using (true)")
                        .update());
        try {
            assertThat(foreignRows(ours))
                    .extractingByKeys(
                            "company",
                            "member",
                            "channel",
                            "contact",
                            "visitor",
                            "conversation",
                            "message",
                            "ticket",
                            "skill_group",
                            "skill_group_member")
                    .allSatisfy(rows -> assertThat(rows).isPositive());
        } finally {
            readable.forEach(table -> owner.sql("drop policy hole on \"" + table + "\"").update());
        }
        assertThat(foreignRows(ours)).allSatisfy((_, rows) -> assertThat(rows).isZero());
    }

    @Test
    void withoutACompanyThereIsAnErrorAndNeverARow() {
        for (var table : tables().stream().filter(Table::read).map(Table::name).toList()) {
            var failure =
                    catchThrowable(
                            () -> jdbc.sql("select * from \"" + table + "\"").query().listOfRows());

            assertThat(failure).as(table).isNotNull();
        }
    }

    private List<Table> tables() {
        return owner.sql(TABLES)
                .query((row, _) ->
                        new Table(
                                row.getString(1),
                                row.getBoolean(2),
                                row.getBoolean(3),
                                row.getBoolean(4)))
                .list();
    }

    /** For every table that the application may read, how many rows of others it shows. */
    private Map<String, Long> foreignRows(TenantId own) {
        var foreign = new TreeMap<String, Long>();
        for (var table : tables().stream().filter(Table::read).map(Table::name).toList()) {
            var rows =
                    CurrentTenant.call(
                            own,
                            () ->
                                    transactions.execute(_ ->
                                            jdbc.sql(
                                                            "select count(*) from \""
                                                                    + table
                                                                    + "\" where tenant_id <> ?")
                                                    .param(own.value())
                                                    .query(Long.class)
                                                    .single()));
            foreign.put(table, rows);
        }
        return foreign;
    }
}
