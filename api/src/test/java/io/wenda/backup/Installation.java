package io.wenda.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Outside;
import io.wenda.embedded.AdministratorAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Engines on a data folder, past the application: what is really there. */
record Installation(Path data, AdministratorAccess access, Outside outside) {

    static Installation on(Path data, Outside outside) throws IOException {
        return new Installation(data, AdministratorAccess.of(data), outside);
    }

    JdbcClient database() {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        access.postgresUrl(), "postgres", access.postgresPassword()));
    }

    /** What ClickHouse answers, line by line. */
    List<String> warehouse(String sql) {
        var request =
                HttpRequest.newBuilder(URI.create(access.clickHouseUrl() + "/?database=wenda"))
                        .header("X-ClickHouse-User", "wenda_writer")
                        .header("X-ClickHouse-Key", access.clickHousePassword())
                        .POST(HttpRequest.BodyPublishers.ofString(sql));
        var answer = outside.send(request.build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().toList();
    }

    /** By table: how many rows a company has, and what they hash to. */
    Map<String, String> rows(UUID tenant) {
        var tables =
                database()
                        .sql(
                                """
                                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                                where c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id'
                                  and c.relkind in ('r', 'p') and not c.relispartition
                                """)
                        .query(String.class)
                        .list();
        var rows = new TreeMap<String, String>();
        for (var table : tables) {
            rows.put(
                    table,
                    database()
                            .sql(
                                    """
                                    select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '')
                                    from %s t where tenant_id = ?
                                    """
                                            .formatted(table))
                            .param(tenant)
                            .query(String.class)
                            .single());
        }
        return rows;
    }

    /** Who may do what: grants, row security and its policies, of everything there is. */
    List<String> rights() {
        return database()
                .sql(
                        """
                        select concat_ws(' ', relname, relkind, pg_get_userbyid(relowner), relrowsecurity,
                          relforcerowsecurity, relacl, (
                            select string_agg(attname || attacl::text, ',' order by attname)
                            from pg_attribute where attrelid = c.oid and attacl is not null))
                        from pg_class c where relnamespace = 'public'::regnamespace
                          and relname not like 'changelog_digest%'
                        union all
                        select concat_ws(' ', tablename, policyname, roles, cmd, qual, with_check)
                        from pg_policies
                        union all
                        select concat_ws(' ', proname, prosecdef, pg_get_userbyid(proowner), proacl)
                        from pg_proc where pronamespace = 'public'::regnamespace
                        order by 1
                        """)
                .query(String.class)
                .list();
    }

    /** A company's events as they lie there, without FINAL. */
    List<String> events(UUID tenant) {
        return warehouse(
                """
                select event_number, event_id, ship_id, type, occurred_at, conversation_id,
                  conversation_version, payload
                from raw_events where tenant_id = '%s' order by event_number, event_id
                """
                        .formatted(tenant));
    }

    /** Its facts, and what its events amount to now. */
    List<String> facts(String table, UUID tenant) {
        return warehouse(
                """
                select * replace (toBool(handed_over) as handed_over, toBool(transferred) as transferred,
                  toBool(effective) as effective)
                from %s where tenant_id = '%s' order by conversation_id
                """
                        .formatted(table, tenant));
    }

    UUID tenant(String companyName) {
        return database()
                .sql("select tenant_id from company where name = ?")
                .param(companyName)
                .query(UUID.class)
                .single();
    }
}
