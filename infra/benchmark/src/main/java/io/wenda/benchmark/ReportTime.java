package io.wenda.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A month's report on five million events, against its own SQL sent straight to ClickHouse. */
final class ReportTime {
    private static final int CONVERSATIONS = 500_000;
    private static final int SLICE = 25_000;
    private static final int DAYS = 30;

    private static final String REPORT =
            """
            query($i: ReportInput!) {
              report(input: $i) { rows { keys { value } cells { value population } } total { cells { value } } }
            }
            """;

    private final Company company;
    private final Warehouse warehouse;
    private final UUID tenant;
    private final Map<String, ?> input;

    private ReportTime(Stage stage) {
        var product = stage.product();
        company = Company.signUp(product.api());
        product.visitors(company, 1);
        tenant = product.tenantOf(company);
        warehouse = new Warehouse(stage.properties());
        var now = Instant.now();
        input =
                Map.of(
                        "metrics",
                        List.of(
                                Map.of("metric", "CONVERSATIONS"),
                                Map.of("metric", "RESOLUTION_RATE"),
                                Map.of("metric", "FRT_AGENT", "statistic", "P95")),
                        "by",
                        List.of("DAY"),
                        "from",
                        now.minus(Duration.ofDays(DAYS + 1)).toString(),
                        "to",
                        now.plus(Duration.ofDays(1)).toString());
    }

    static List<Figure> figures(Stage stage, Options options) {
        var time = new ReportTime(stage);
        time.fill();
        stage.settle();
        time.report();
        var sql = time.lastSql();
        var turns =
                new Rounds(stage, options)
                        .alternate(
                                repeat(() -> time.warehouse.read(time.tenant, sql)),
                                repeat(time::report));
        return List.of(
                Rounds.median("report-p50", "ms", turns, it -> it.millis(50)),
                Rounds.median("report-p95", "ms", turns, it -> it.millis(95)));
    }

    private static Function<Duration, Load> repeat(ClosedLoop.Caller caller) {
        return length -> ClosedLoop.run(() -> 0.0, List.of(() -> caller), length);
    }

    private void report() {
        company.ask(REPORT, Map.of("i", input));
    }

    private String lastSql() {
        warehouse.run("system flush logs");
        return warehouse.run(
                """
                select query from system.query_log
                where query_id like '%s:%%' and type = 'QueryFinish'
                order by event_time_microseconds desc limit 1 format RawBLOB
                """
                        .formatted(tenant));
    }

    private void fill() {
        var span = Duration.ofDays(DAYS);
        var first = Instant.now().minus(span).toEpochMilli() * 1000;
        var step = span.toMillis() * 1000 / CONVERSATIONS;
        for (var from = 0; from < CONVERSATIONS; from += SLICE) {
            warehouse.run(events(first, step, from));
            warehouse.run(
                    """
                    insert into conversation_facts
                    select * from conversation_history
                    where tenant_id = toUUID('%s') and conversation_id in (
                      select reinterpretAsUUID(sipHash128(number, 'conversation')) from numbers(%d, %d))
                    """
                            .formatted(tenant, from, SLICE));
            System.err.printf("  %,d events%n", (from + SLICE) * 10L);
        }
    }

    /** Ten events a conversation: bot, queue, agent, close. */
    private String events(long first, long step, int from) {
        return """
        insert into raw_events (tenant_id, event_id, ship_id, event_number, type, occurred_at,
          conversation_id, conversation_version, payload)
        select toUUID('%1$s'), reinterpretAsUUID(sipHash128(number, 'event')), toUUID('%1$s'), number + 1,
          ['conversation.started', 'message.stored', 'message.stored', 'conversation.queued',
            'conversation.assigned', 'message.stored', 'message.stored', 'message.stored',
            'message.stored', 'conversation.closed'][number %% 10 + 1],
          fromUnixTimestamp64Micro(toInt64(%2$d + intDiv(number, 10) * %3$d + number %% 10 * 20000000 + number %% 997 * 1000)),
          reinterpretAsUUID(sipHash128(intDiv(number, 10), 'conversation')), number %% 10 + 1,
          ['{"channel":"%1$s","contactKey":"%1$s","bot":true}',
            '{"sender":"CONTACT","internal":false}', '{"sender":"BOT","internal":false}',
            '{"cause":"HANDOVER","group":"%1$s"}', '{"agent":"%1$s","group":"%1$s"}',
            '{"sender":"AGENT","agent":"%1$s","internal":false}',
            '{"sender":"CONTACT","internal":false}',
            '{"sender":"AGENT","agent":"%1$s","internal":false}',
            '{"sender":"CONTACT","internal":false}',
            '{"outcome":"RESOLVED","surveySent":true}'][number %% 10 + 1]
        from numbers(%4$d, %5$d)
        """
                .formatted(tenant, first, step, from * 10L, SLICE * 10L);
    }
}
