package io.wenda.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What there is in the database to be copied. */
final class Tables {
    private Tables() {}

    /**
     * A table, with the columns that are stored and not generated.
     *
     * @param columns quoted, separated by commas
     */
    record Table(String name, String columns) {
        String quoted() {
            return '"' + name + '"';
        }
    }

    /**
     * All but partitions, which are copied with the table that they are part of, and the note that
     * the changelog was applied, which the application makes by itself.
     */
    static List<Table> of(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var rows =
                connection
                        .createStatement()
                        .executeQuery(
                                """
                                select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                                from pg_class c join pg_attribute a on a.attrelid = c.oid
                                where c.relnamespace = 'public'::regnamespace
                                  and c.relkind in ('r', 'p') and not c.relispartition
                                  and c.relname <> 'changelog_digest'
                                  and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                                group by c.relname order by c.relname
                                """)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }

    /** Where each sequence that was ever used stands. */
    static Map<String, Long> sequences(Connection connection) throws SQLException {
        return numbers(
                connection,
                """
                select sequencename, last_value from pg_sequences
                where schemaname = 'public' and last_value is not null
                """);
    }

    private static Map<String, Long> numbers(Connection connection, String sql)
            throws SQLException {
        var numbers = new TreeMap<String, Long>();
        try (var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getLong(2));
            }
        }
        return numbers;
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** The versions of the schema, as its changelog knows them. */
    static List<String> changes(Connection connection) throws SQLException {
        return texts(
                connection,
                """
                select filename || '::' || id || '::' || author || '::' || md5sum
                from databasechangelog order by 1
                """);
    }
}
