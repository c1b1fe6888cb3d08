package io.wenda.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is granted on servers of one's own is what the embedded engines, and so the tests, have. */
class AccessTest {
    private static final Path EMBEDDED = Path.of("../embedded/src/main");
    private static final Path CLICKHOUSE =
            Path.of("../../analytics/src/main/resources/clickhouse/server-access.sql");
    private static final Path POSTGRES = Path.of("../compose/postgres-roles.sql");

    @Test
    void theWarehousesReaderSeesTheSameTablesBehindTheSameWall() throws IOException {
        var tables =
                Files.readAllLines(
                        EMBEDDED.resolve("resources/io/wenda/embedded/reader-tables.txt"));
        var policy =
                found(
                                Files.readString(
                                        EMBEDDED.resolve("java/io/wenda/embedded/ClickHouse.java")),
                                "\"(tenant_id = toUUID\\([^\"]*)\"")
                        .getFirst();
        var server = Files.readString(CLICKHOUSE);

        assertThat(found(server, "grant select on wenda\\.(\\w+) to wenda_reader"))
                .containsExactlyElementsOf(tables);
        assertThat(
                        found(
                                server,
                                "row policy or replace wenda_tenant on wenda\\.(\\w+)\\s+using "
                                        + Pattern.quote(policy)
                                        + " to wenda_reader"))
                .containsExactlyElementsOf(tables);
        // a table with a policy is empty for whoever none names
        assertThat(found(server, "wenda_writer on wenda\\.(\\w+) using 1 to wenda_writer"))
                .containsExactlyElementsOf(tables);
    }

    @Test
    void theRolesOfPostgreSqlAreTheSame() throws IOException {
        var embedded =
                Files.readString(EMBEDDED.resolve("java/io/wenda/embedded/PostgreSqlRoles.java"));
        var server = Files.readString(POSTGRES);

        for (var grant : found(embedded, "(?m)^ +((?:grant|revoke|alter schema) [^;\"]*?);?$")) {
            assertThat(server).contains(grant + ";");
        }
        assertThat(found(server, "(?m)^create role (\\w+) login .* nobypassrls password"))
                .containsExactly("wenda_owner", "wenda_app", "wenda_system");
        assertThat(found(server, "(?m)^create role (\\w+) nologin .* bypassrls;"))
                .containsExactly("wenda_backup");
        assertThat(server).contains("locale_provider builtin builtin_locale 'C.UTF-8'");
    }

    private static List<String> found(String text, String pattern) {
        var found =
                Pattern.compile(pattern).matcher(text).results().map(it -> it.group(1)).toList();
        assertThat(found).as(pattern).isNotEmpty();
        return found;
    }
}
