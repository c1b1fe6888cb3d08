package io.wenda.benchmark;

import io.wenda.knowledge.cell.Cells;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;

/** The product's tables of knowledge, written as publishing leaves them, many rows at once. */
final class KnowledgeStore {
    private static final int NEAREST = 10;

    private static final int SLICE = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String ENTRIES =
            """
            with asked as (select * from unnest(?::uuid[], ?::text[]) as a (id, question)),
            entry as (
              insert into knowledge_entry (tenant_id, id, tags, published, latest, created_at)
              select current_setting('wenda.tenant_id')::uuid, id, '{}', 1, 1, now() from asked
            )
            insert into knowledge_version (tenant_id, entry_id, number, state, locale, question,
              similar_questions, answer, search_text, writers, created_at, published_at)
            select current_setting('wenda.tenant_id')::uuid, id, 1, 'PUBLISHED', 'en', question,
              '{}', 'As the page says: ' || question, question, '{}', now(), now()
            from asked
            """;
    private static final String WANTED =
            """
            insert into knowledge_indexing (tenant_id, entry_id, version, wanted, made)
            select current_setting('wenda.tenant_id')::uuid, id, 1, 1, 0
            from unnest(?::uuid[]) as a (id)
            """;
    private static final String DUE =
            """
            select (select count(*) from knowledge_indexing where made < wanted)
              + (select count(*) from knowledge_cells where state not in ('LIVE', 'PAST'))
            """;

    private final Product product;

    KnowledgeStore(Product product) {
        this.product = product;
    }

    void publish(UUID tenant, List<String> questions) {
        for (var from = 0; from < questions.size(); from += SLICE) {
            var slice = questions.subList(from, Math.min(from + SLICE, questions.size()));
            in(
                    tenant,
                    connection -> {
                        var ids = slice.stream().map(_ -> UUID.randomUUID()).toArray();
                        connection.setAutoCommit(false);
                        try (var entries = connection.prepareStatement(ENTRIES);
                                var wanted = connection.prepareStatement(WANTED)) {
                            var array = connection.createArrayOf("uuid", ids);
                            entries.setArray(1, array);
                            entries.setArray(2, connection.createArrayOf("text", slice.toArray()));
                            entries.executeUpdate();
                            wanted.setArray(1, array);
                            wanted.executeUpdate();
                            connection.commit();
                        }
                        return slice.size();
                    });
        }
    }

    /** Waits until the index holds everything, and searches follow the cells. */
    void awaitIndexed() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var calm = 0;
        while (calm < 3) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the index is not filled");
            }
            ClosedLoop.pause(Duration.ofSeconds(2));
            calm = due() == 0 ? calm + 1 : 0;
        }
    }

    private long due() {
        try (var system = product.connect("system");
                var row = system.createStatement().executeQuery(DUE)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the nearest ten, the part that lies in the cells that are searched. */
    double recall(UUID tenant, UUID asker) {
        var questions = in(asker, it -> vectors(it, "select vector from knowledge_vector"));
        var texts = in(tenant, it -> vectors(it, "select vector from knowledge_vector"));
        var centroids =
                in(
                        tenant,
                        it ->
                                vectors(
                                        it,
                                        "select unnest(centroids) from knowledge_cells where state = 'LIVE'"));
        if (centroids.isEmpty()) {
            throw new IllegalStateException("the company has no cells");
        }
        var cells =
                texts.parallelStream().mapToInt(text -> nearest(centroids, text, 1)[0]).toArray();
        return questions.parallelStream()
                        .mapToDouble(question -> {
                            var searched =
                                    nearest(centroids, question, Cells.searched(centroids.size()));
                            return Arrays.stream(nearest(texts, question, NEAREST))
                                    .filter(text ->
                                            Arrays.stream(searched)
                                                    .anyMatch(it -> it == cells[text]))
                                    .count();
                        })
                        .average()
                        .orElseThrow()
                / NEAREST;
    }

    /** The nearest in any order, by one pass. */
    private static int[] nearest(List<byte[]> among, byte[] vector, int most) {
        var best = new PriorityQueue<Near>(Comparator.comparingInt(Near::product));
        for (var i = 0; i < among.size(); i++) {
            var product = product(among.get(i), vector);
            if (best.size() < most) {
                best.add(new Near(i, product));
            } else if (product > best.element().product()) {
                best.remove();
                best.add(new Near(i, product));
            }
        }
        return best.stream().mapToInt(Near::place).toArray();
    }

    private record Near(int place, int product) {}

    private static int product(byte[] one, byte[] other) {
        var sum = 0;
        for (var i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static List<byte[]> vectors(Connection connection, String sql) throws SQLException {
        var vectors = new ArrayList<byte[]>();
        try (var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                vectors.add(rows.getBytes(1));
            }
        }
        return vectors;
    }

    private interface Work<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T in(UUID tenant, Work<T> work) {
        try (var connection = product.connect("app");
                var bind = connection.prepareStatement(Product.BIND)) {
            bind.setString(1, tenant.toString());
            bind.execute();
            return work.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
