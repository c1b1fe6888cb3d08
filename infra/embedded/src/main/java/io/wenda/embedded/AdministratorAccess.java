package io.wenda.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * How the engines of a data folder are reached past the walls between companies, by whoever may
 * read its owner's files: for backup and restore, and never for the application.
 *
 * @param postgresUrl JDBC address of the database
 * @param postgresPassword of the administrator, {@code postgres}
 * @param ownerPassword of {@code wenda_owner}
 * @param clickHouseUrl of its HTTP interface
 * @param clickHousePassword of {@code wenda_writer}
 * @param clickHouseBackups folder that ClickHouse writes backups to
 */
public record AdministratorAccess(
        String postgresUrl,
        String postgresPassword,
        String ownerPassword,
        String clickHouseUrl,
        String clickHousePassword,
        Path clickHouseBackups) {

    /** Of engines that run, by whichever process they were started. */
    public static AdministratorAccess of(Path data) throws IOException {
        var postgres = kept(data, EngineKind.POSTGRES);
        var clickHouse = kept(data, EngineKind.CLICKHOUSE);
        return new AdministratorAccess(
                "jdbc:postgresql://127.0.0.1:" + postgres.getProperty("port") + "/wenda",
                postgres.getProperty("superuser-password"),
                postgres.getProperty("owner-password"),
                "http://127.0.0.1:" + clickHouse.getProperty("port"),
                clickHouse.getProperty("writer-password"),
                data.resolve(EngineKind.CLICKHOUSE.word())
                        .resolve(ClickHouse.BACKUPS)
                        .toAbsolutePath());
    }

    private static Properties kept(Path data, EngineKind kind) throws IOException {
        var values = new Properties();
        try (var in =
                Files.newBufferedReader(data.resolve(kind.word()).resolve("engine.properties"))) {
            values.load(in);
        }
        return values;
    }
}
