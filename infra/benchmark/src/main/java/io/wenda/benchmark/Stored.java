package io.wenda.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The client ids of the messages that are in the database, by their writer's name. */
final class Stored {
    private static final int AT_ONCE = 10_000;
    private final Map<String, BitSet> numbers = new HashMap<>();

    /** Reads the ids that the query yields. */
    void read(Connection connection, PreparedStatement query) throws SQLException {
        connection.setAutoCommit(false);
        query.setFetchSize(AT_ONCE);
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                add(rows.getString(1));
            }
        }
    }

    private void add(String id) {
        var dash = id.lastIndexOf('-');
        numbers.computeIfAbsent(id.substring(0, dash), _ -> new BitSet())
                .set(Integer.parseInt(id.substring(dash + 1)));
    }

    int lost(List<Visitor> visitors) {
        return visitors.stream()
                .mapToInt(it -> it.lost(numbers.getOrDefault(it.name(), new BitSet())))
                .sum();
    }
}
