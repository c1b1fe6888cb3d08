package io.wenda.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the reports' user can read: its own tenant's rows of the listed tables, whatever the SQL
 * says.
 */
class ClickHouseReaderTest {
    private static final String A = "11111111-1111-4111-8111-111111111111";
    private static final String B = "22222222-2222-4222-8222-222222222222";
    private static Warehouse writer = new Warehouse("", "", "");
    private static Warehouse reader = new Warehouse("", "", "");

    @BeforeAll
    static void twoTenantsInEveryTable() {
        var properties = SharedEngines.properties();
        writer = Warehouse.writer(properties);
        reader = Warehouse.reader(properties);
        tables().forEach(ClickHouseReaderTest::fill);
        fill("secrets");
    }

    static List<String> tables() {
        return ClickHouse.readerTables();
    }

    private static void fill(String table) {
        ok(
                "CREATE OR REPLACE TABLE "
                        + table
                        + " (tenant_id UUID, n UInt32) ENGINE = MergeTree ORDER BY tenant_id");
        ok("INSERT INTO %s VALUES ('%s', 1), ('%s', 2), ('%s', 4)".formatted(table, A, B, B));
    }

    private static void ok(String sql) {
        assertThat(writer.ask(sql)).isEqualTo(new Warehouse.Answer(200, ""));
    }

    private static String queryOf(String tenant) {
        return tenant + ":" + UUID.randomUUID();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aListedTableShowsOnlyTheRowsOfTheQuerysTenant(String table) {
        var sum = "SELECT sum(n), count(), uniqExact(tenant_id) FROM " + table;

        assertThat(reader.ask(sum, queryOf(A)).text()).isEqualTo("1\t1\t1");
        assertThat(reader.ask(sum, queryOf(B)).text()).isEqualTo("6\t2\t1");
        assertThat(writer.ask(sum).text()).isEqualTo("7\t3\t2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-tenant", ":", "x:" + A, " :" + A})
    void aQueryIdWithoutATenantReadsNothing(String queryId) {
        var answer = reader.ask("SELECT n FROM raw_events", queryId);

        assertThat(answer.status()).isNotEqualTo(200);
        assertThat(answer.text()).startsWith("Code: ").doesNotContain("\n1", "\n2", "\n4");
    }

    @Test
    void theServersOwnQueryIdNamesNoTenantAndIsRefused() {
        var answer = reader.ask("SELECT n FROM raw_events");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("CANNOT_PARSE_UUID");
    }

    @Test
    void manyTablesAtOnceAreFilteredToo() {
        var sql = "SELECT sum(n), count() FROM merge('wenda', '^(raw_events|conversation_facts)$')";

        assertThat(reader.ask(sql, queryOf(B)).text()).isEqualTo("12\t4");
    }

    /**
     * A table's index is open to mergeTreeIndex() behind the row policy's back; a view with its
     * definer's rights has none.
     */
    @Test
    void aViewWithItsDefinersRightsIsFilteredAndHidesItsTable() {
        ok("DROP TABLE sla_clocks");
        ok(
                "CREATE VIEW sla_clocks DEFINER = CURRENT_USER SQL SECURITY DEFINER AS SELECT * FROM secrets");

        assertThat(reader.ask("SELECT sum(n) FROM sla_clocks", queryOf(A)).text()).isEqualTo("1");
        assertThat(
                        reader.ask("SELECT * FROM mergeTreeIndex(wenda, sla_clocks)", queryOf(A))
                                .status())
                .isEqualTo(400);
        assertThat(reader.ask("SELECT * FROM mergeTreeIndex(wenda, secrets)", queryOf(A)).text())
                .contains("ACCESS_DENIED");

        ok("DROP VIEW sla_clocks");
        fill("sla_clocks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log_comment = '" + B + ":x'",
                "readonly = 0",
                "additional_table_filters = {'wenda.raw_events': '1'}",
                "additional_result_filter = '1'",
                "optimize_move_to_prewhere = 0, optimize_row_order = 0",
                "allow_introspection_functions = 1"
            })
    void nestedSettingsOpenNothing(String settings) {
        var sql = "SELECT sum(n) FROM (SELECT n FROM raw_events SETTINGS " + settings + ")";

        var answer = reader.ask(sql, queryOf(A));

        // refused, or the same rows as ever
        assertThat(answer.status() == 200 ? answer.text() : "1").isEqualTo("1");
        assertThat(answer.text()).doesNotContain("6", "7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM secrets",
                "SELECT * FROM system.query_log",
                "SELECT * FROM system.processes",
                "SELECT * FROM system.parts",
                "SELECT * FROM remote('127.0.0.1:1', 'wenda.raw_events')",
                "SELECT * FROM url('http://127.0.0.1/', 'CSV', 'a String')",
                "SELECT * FROM file('/etc/passwd', 'LineAsString')",
                "INSERT INTO raw_events VALUES ('" + A + "', 8)",
                "CREATE TABLE mine (n UInt8) ENGINE = Memory",
                "CREATE VIEW mine AS SELECT * FROM raw_events",
                "ALTER TABLE raw_events DELETE WHERE 1",
                "TRUNCATE TABLE raw_events",
                "DROP TABLE raw_events",
                "KILL QUERY WHERE 1",
                "SYSTEM FLUSH LOGS",
                "SET readonly = 0",
            })
    void everythingElseIsRefused(String sql) {
        var answer = reader.ask(sql, queryOf(A));

        assertThat(answer.status()).isIn(403, 404, 500);
        assertThat(answer.text())
                .containsAnyOf("ACCESS_DENIED", "READONLY", "Not enough privileges");
        assertThat(writer.ask("SELECT sum(n) FROM raw_events").text()).isEqualTo("7");
    }

    @Test
    void theReaderSeesOnlyWhatItWasGrantedInTheCatalogue() {
        var names =
                "SELECT DISTINCT name FROM system.tables WHERE database = 'wenda' ORDER BY name";

        var answer = reader.ask(names, queryOf(A));

        assertThat(answer.text()).doesNotContain("secrets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM raw_events",
                "SELECT query FROM system.processes",
                "SELECT * FROM file('/etc/passwd', 'LineAsString')",
                "CREATE TABLE mine (n UInt8) ENGINE = Memory"
            })
    void theLoginWithoutAPasswordCanOnlyListen(String sql) {
        var answer = new Warehouse(writer.url(), "default", "").ask(sql);

        assertThat(answer.status()).isIn(403, 500);
        assertThat(answer.text()).contains("ACCESS_DENIED");
    }

    @Test
    void theWriterReadsTheQueryLog() {
        ok("SYSTEM FLUSH LOGS");

        var answer =
                writer.ask("SELECT count() > 0 FROM system.query_log WHERE user = 'wenda_writer'");

        assertThat(answer).isEqualTo(new Warehouse.Answer(200, "1"));
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThat(new Warehouse(writer.url(), writer.user(), "wrong").ask("SELECT 1").status())
                .isEqualTo(403);
        assertThat(new Warehouse(writer.url(), reader.user(), "").ask("SELECT 1").status())
                .isEqualTo(403);
    }
}
