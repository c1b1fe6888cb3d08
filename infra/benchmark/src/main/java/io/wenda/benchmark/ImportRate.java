package io.wenda.benchmark;

import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast a table of 10,000 rows becomes drafts, against its rows inserted by JDBC in batches, and
 * how fast it becomes what the bot answers with, and how fast it is seen to say what is known.
 */
final class ImportRate {
    private static final int ROWS = 10_000;
    private static final int BATCH = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String BEGIN =
            """
            mutation($i: ImportKnowledgeInput!) {
              importKnowledge(input: $i) { knowledgeImport { id } userErrors { code message } }
            }
            """;
    private static final String LOOK_AT =
            "query($id: ID!) { knowledgeImport(id: $id) { state fault counts { created same published } } }";
    private static final String TABLE =
            """
            create table if not exists bare.entry (
              id uuid primary key, question text, similar_questions text[], answer text,
              category text, tags text[], locale text, state text, at timestamptz)
            """;
    private static final String INSERT =
            "insert into bare.entry values (?, ?, ?, ?, ?, ?, ?, ?, now())";

    private ImportRate() {}

    /** A row of the table. */
    private record Row(String question, String similar, String answer) {
        static Row of(int i, String run) {
            return new Row(
                    "How do I return item %d of %s?".formatted(i, run),
                    "退回商品 %d 怎么办（%s）？".formatted(i, run),
                    "Open My orders, choose item %d and then Return. It takes five working days, and costs nothing."
                            .formatted(i));
        }
    }

    static List<Figure> figures(Stage stage, Options options) {
        var company = Company.signUp(stage.product().api());
        var turns =
                new Rounds(stage, options)
                        .alternate(
                                _ -> inserted(stage.bare()),
                                _ -> imported(company, file("DRAFT"), "created"));
        var published = file("PUBLISHED");
        stage.settle();
        var first = imported(company, published, "created");
        stage.settle();
        var again = imported(company, published, "same");
        return List.of(
                Rounds.median("import-10000", "rows/s", turns, it -> it),
                Figure.alone("import-10000-published", first, "rows/s"),
                Figure.alone("import-10000-again", again, "rows/s"));
    }

    private static String file(String state) {
        return rows().map(row ->
                        "\"%s\",\"%s\",\"%s\",Orders,\"returns, items\",en,%s"
                                .formatted(row.question(), row.similar(), row.answer(), state))
                .collect(
                        Collectors.joining(
                                "\n",
                                "question,similar questions,answer,category,tags,locale,state\n",
                                "\n"));
    }

    /**
     * Rows a second, from the sending of the file to the end of the import.
     *
     * @param outcome of every row
     */
    private static double imported(Company company, String file, String outcome) {
        var begin = System.nanoTime();
        var upload = send(company, file);
        var id =
                company.ask(BEGIN, Map.of("i", Map.of("uploadId", upload)))
                        .at("/knowledgeImport/id")
                        .asString();
        var seen = look(company, id);
        while (!seen.path("state").asString().equals("DONE")) {
            var over = System.nanoTime() - begin > PATIENCE.toNanos();
            if (over || seen.path("state").asString().equals("FAILED")) {
                throw new IllegalStateException("not imported: " + seen);
            }
            ClosedLoop.pause(LOOK);
            seen = look(company, id);
        }
        if (seen.at("/counts").path(outcome).asInt() != ROWS) {
            throw new IllegalStateException("not all imported: " + seen);
        }
        return perSecond(begin);
    }

    private static JsonNode look(Company company, String id) {
        return company.ask(LOOK_AT, Map.of("id", id));
    }

    private static String send(Company company, String file) {
        var request =
                HttpRequest.newBuilder(URI.create(company.api().base() + "/files?name=rows.csv"))
                        .POST(HttpRequest.BodyPublishers.ofString(file));
        company.owner().forEach(request::header);
        var answer = company.api().send(request.build());
        return JsonMapper.shared().readTree(answer.body()).path("id").asString();
    }

    private static double inserted(Bare bare) {
        var begin = System.nanoTime();
        try (var pool = bare.pool(1);
                var connection = pool.getConnection()) {
            connection.createStatement().execute(TABLE);
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(INSERT)) {
                var waiting = 0;
                for (var row : rows().toList()) {
                    statement.setObject(1, UUID.randomUUID());
                    statement.setString(2, row.question());
                    statement.setArray(
                            3, connection.createArrayOf("text", new Object[] {row.similar()}));
                    statement.setString(4, row.answer());
                    statement.setString(5, "Orders");
                    statement.setArray(
                            6, connection.createArrayOf("text", new Object[] {"returns", "items"}));
                    statement.setString(7, "en");
                    statement.setString(8, "DRAFT");
                    statement.addBatch();
                    if (++waiting == BATCH) {
                        statement.executeBatch();
                        connection.commit();
                        waiting = 0;
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return perSecond(begin);
    }

    private static Stream<Row> rows() {
        var run = UUID.randomUUID().toString().substring(0, 8);
        return IntStream.range(0, ROWS).mapToObj(i -> Row.of(i, run));
    }

    private static double perSecond(long begin) {
        return ROWS * 1e9 / (System.nanoTime() - begin);
    }
}
