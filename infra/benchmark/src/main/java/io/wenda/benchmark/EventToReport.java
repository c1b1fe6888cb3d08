package io.wenda.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long after its acknowledgement a message is counted in a report, at full load of others. */
final class EventToReport {
    private static final int BUSY_VISITORS = 200;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String REPORT =
            "query($i: ReportInput!) { report(input: $i) { total { cells { value } } } }";

    private final Company company;
    private final Visitor visitor;

    private EventToReport(Product product) {
        company = Company.signUp(product.api());
        visitor = product.visitors(company, 1).getFirst();
    }

    static List<Figure> figures(Stage stage, Options options) {
        var product = stage.product();
        var busy = product.visitors(BUSY_VISITORS);
        var probe = new EventToReport(product);
        var rounds =
                new Rounds(stage, options)
                        .alone(length -> MessageRate.beside(product, busy, length, probe::watch));
        return List.of(
                Rounds.middle("event-to-report-p95", "s", rounds, it -> it.millis(95) / 1000));
    }

    /** Writes now and then, and asks again and again for how many messages there are. */
    private Load watch(Duration length) {
        var acknowledged = new ConcurrentLinkedQueue<Long>();
        var over = new AtomicBoolean();
        var known = messages();
        var writer = Thread.ofVirtual().start(() -> write(acknowledged, length, over));
        var waits = new ConcurrentHistogram(3);
        var end = System.nanoTime() + length.plus(PATIENCE).toNanos();
        var start = System.nanoTime();
        while (!(over.get() && acknowledged.isEmpty()) && System.nanoTime() < end) {
            ClosedLoop.pause(LOOK);
            for (var now = messages(); known < now; known++) {
                record(acknowledged, waits);
            }
        }
        Latency.join(writer);
        var seconds = (System.nanoTime() - start) / 1e9;
        return new Load(waits.getTotalCount(), acknowledged.size(), seconds, 0, waits);
    }

    private static void record(Queue<Long> acknowledged, Histogram waits) {
        var moment = acknowledged.poll();
        if (moment != null) { // else it is seen before its writer hears of it
            waits.recordValue((System.nanoTime() - moment) / 1000);
        }
    }

    private void write(Queue<Long> acknowledged, Duration length, AtomicBoolean over) {
        var end = System.nanoTime() + length.toNanos();
        try (var line = visitor.connect()) {
            while (System.nanoTime() < end) {
                visitor.write(line, visitor.next());
                acknowledged.add(System.nanoTime());
                ClosedLoop.pause(PAUSE);
            }
        } finally {
            over.set(true);
        }
    }

    private long messages() {
        var now = Instant.now();
        var input =
                Map.of(
                        "metrics", List.of(Map.of("metric", "MESSAGES")),
                        "from", now.minusSeconds(3600).toString(),
                        "to", now.plusSeconds(3600).toString());
        return company.ask(REPORT, Map.of("i", input)).at("/total/cells/0/value").asLong(0);
    }
}
