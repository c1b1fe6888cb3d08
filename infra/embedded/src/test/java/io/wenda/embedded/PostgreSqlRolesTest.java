package io.wenda.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database as the application finds it. */
class PostgreSqlRolesTest {
    private final Map<String, String> properties = SharedEngines.properties();

    private List<String> ask(String role, String sql) throws SQLException {
        var password =
                properties.getOrDefault(EngineKind.POSTGRES.property(role + "-password"), "");
        return ask("wenda_" + role, password, sql);
    }

    private List<String> ask(String user, String password, String sql) throws SQLException {
        var url = properties.getOrDefault(EngineKind.POSTGRES.property("url"), "");
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                var result = statement.getResultSet();
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
        }
        return rows;
    }

    @Test
    void itIsTheVersionThatTheFolderSays() throws SQLException {
        assertThat(ask("app", "show server_version")).containsExactly("18.6");
    }

    @Test
    void rolesHaveTheAgreedRightsAndNoMore() throws SQLException {
        var roles =
                ask(
                        "owner",
                        """
                        select rolname || ' ' || rolcanlogin || ' ' || rolbypassrls || ' '
                            || (rolsuper or rolcreaterole or rolcreatedb or rolreplication)
                        from pg_roles where rolname like 'wenda%' order by rolname\
                        """);

        assertThat(roles)
                .containsExactly(
                        "wenda_app true false false",
                        "wenda_backup false true false",
                        "wenda_owner true false false",
                        "wenda_system true false false");
    }

    @Test
    void nobodyCanBecomeTheBackupRole() throws SQLException {
        var members =
                ask(
                        "owner",
                        """
                        select r.rolname from pg_roles r
                        where r.rolname in ('wenda_app', 'wenda_system', 'wenda_owner')
                            and pg_has_role(r.oid, 'wenda_backup', 'member')\
                        """);

        assertThat(members).isEmpty();
        assertThatThrownBy(() -> ask("app", "set role wenda_backup"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask("app", "set role wenda_owner"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theOwnerOwnsDatabaseAndSchema() throws SQLException {
        assertThat(
                        ask(
                                "owner",
                                "select pg_get_userbyid(datdba) from pg_database where datname = 'wenda'"))
                .containsExactly("wenda_owner");
        assertThat(
                        ask(
                                "owner",
                                "select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'public'"))
                .containsExactly("wenda_owner");
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "max_connections, 200",
        "transaction_timeout, 0",
        "password_encryption, scram-sha-256",
        "scram_iterations, 1",
        "data_checksums, on"
    })
    void settingsAreThoseOfAServerThatKeepsItsWord(String name, String value) throws SQLException {
        assertThat(ask("app", "show " + name)).containsExactly(value);
    }

    @Test
    void onlyTheOwnerMakesTables() throws SQLException {
        assertThatThrownBy(() -> ask("app", "create table mine (n int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask("system", "create table mine (n int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask("app", "create temporary table mine (n int)"))
                .hasMessageContaining("permission denied");

        ask("owner", "create table owners (n int)");

        assertThatThrownBy(() -> ask("app", "select n from owners"))
                .hasMessageContaining("permission denied");
        ask("owner", "drop table owners");
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> ask("wenda_app", "wrong", "select 1"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> ask("postgres", "postgres", "select 1"))
                .hasMessageContaining("password authentication failed");
    }
}
