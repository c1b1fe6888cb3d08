package io.wenda.backup;

import io.wenda.embedded.AdministratorAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;

/**
 * PostgreSQL by COPY, all tables of one moment, because pg_dump does not come with the embedded
 * engine. The schema is not in it: the changelog makes it anew.
 */
final class Database {
    private static final String SEQUENCES = "sequences.tsv";
    private static final String CHANGES = "changes.txt";
    private static final String PARTITIONS = "outbox-days.txt";

    private final AdministratorAccess access;

    Database(AdministratorAccess access) {
        this.access = access;
    }

    /** As wenda_backup, which sees all companies and may write nothing. */
    void backUp(Path target) throws IOException, SQLException {
        Files.createDirectories(target);
        try (var connection = administrator()) {
            connection.setAutoCommit(false);
            execute(connection, "set transaction isolation level repeatable read, read only");
            execute(connection, "set local role wenda_backup; set local row_security = off");
            for (var table : Tables.of(connection)) {
                copyOut(connection, table, target);
            }
            Files.write(target.resolve(CHANGES), Tables.changes(connection));
            Files.write(target.resolve(PARTITIONS), outboxDays(connection));
            Files.write(
                    target.resolve(SEQUENCES),
                    Tables.sequences(connection).entrySet().stream()
                            .map(it -> it.getKey() + "\t" + it.getValue())
                            .toList());
            connection.rollback();
        }
    }

    private static void copyOut(Connection connection, Tables.Table table, Path target)
            throws IOException, SQLException {
        try (var out =
                new GZIPOutputStream(Files.newOutputStream(target.resolve(table.name() + ".gz")))) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select %s from %s) to stdout"
                                    .formatted(table.columns(), table.quoted()),
                            out);
        }
    }

    private static List<String> outboxDays(Connection connection) throws SQLException {
        return Tables.texts(
                connection,
                """
                select right(c.relname, 8) from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'outbox'::regclass order by 1
                """);
    }

    /** Into a database whose tables were made just now and hold nothing of anybody's. */
    void restore(Path source) throws IOException, SQLException {
        try (var connection = administrator()) {
            refuseOtherSchema(connection, source);
            connection.setAutoCommit(false);
            // no trigger and no check of a reference: what is copied was consistent
            execute(connection, "set local session_replication_role = replica");
            var tables = Tables.of(connection);
            execute(
                    connection,
                    "truncate "
                            + tables.stream()
                                    .map(Tables.Table::quoted)
                                    .collect(Collectors.joining(", ")));
            makeOutboxDays(connection, Files.readAllLines(source.resolve(PARTITIONS)));
            for (var table : tables) {
                copyIn(connection, table, source);
            }
            for (var line : Files.readAllLines(source.resolve(SEQUENCES))) {
                var parts = line.split("\t", 2);
                execute(connection, "select setval('\"%s\"', %s)".formatted(parts[0], parts[1]));
            }
            execute(connection, "update shipping_cluster set restored = true");
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "analyze");
        }
    }

    private static void refuseOtherSchema(Connection connection, Path source)
            throws IOException, SQLException {
        var theirs = new ArrayList<>(Files.readAllLines(source.resolve(CHANGES)));
        var ours = Tables.changes(connection);
        if (!new HashSet<>(theirs).equals(new HashSet<>(ours))) {
            var lacking = new ArrayList<>(ours);
            lacking.removeAll(theirs);
            theirs.removeAll(ours);
            throw new BackupFailed(
                    "The backup is of another version of Wenda (its tables have "
                            + theirs.size()
                            + " changes that are not known here, and lack "
                            + lacking.size()
                            + "): restore it with that version, then start this one on the data"
                            + " folder");
        }
    }

    private static void makeOutboxDays(Connection connection, List<String> days)
            throws SQLException {
        var there = new HashSet<>(outboxDays(connection));
        for (var day : days) {
            if (!there.contains(day)) {
                execute(
                        connection,
                        """
                        set local role wenda_owner;
                        create table outbox_%1$s partition of outbox
                          for values from ('%1$s'::date::timestamp at time zone 'UTC')
                          to (('%1$s'::date + 1)::timestamp at time zone 'UTC');
                        alter table outbox_%1$s enable row level security;
                        alter table outbox_%1$s force row level security;
                        reset role
                        """
                                .formatted(day));
            }
        }
    }

    private static void copyIn(Connection connection, Tables.Table table, Path source)
            throws IOException, SQLException {
        try (var in =
                new GZIPInputStream(Files.newInputStream(source.resolve(table.name() + ".gz")))) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin".formatted(table.quoted(), table.columns()),
                            in);
        }
    }

    private Connection administrator() throws SQLException {
        return DriverManager.getConnection(
                access.postgresUrl(), "postgres", access.postgresPassword());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
