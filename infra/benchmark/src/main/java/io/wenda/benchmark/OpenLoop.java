package io.wenda.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Messages that are written when they are due, whether the ones before were answered or not. All
 * times count from when a message was due.
 */
final class OpenLoop {
    private static final System.Logger LOG = System.getLogger(OpenLoop.class.getName());
    private static final String MARK = "\"clientMessageId\":\"";
    private static final Duration LAST_EVENTS = Duration.ofSeconds(10);

    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final Histogram acknowledged = new ConcurrentHistogram(3);
    private final Histogram seen = new ConcurrentHistogram(3);
    private final AtomicLong failed = new AtomicLong();

    /**
     * What a round did.
     *
     * @param acknowledged waits of the writers
     * @param seen waits until the agent had it, where one watched
     */
    record Outcome(Load acknowledged, Load seen) {}

    /** Lets the visitors write, by turns and at random moments, so many messages a second. */
    static Outcome run(Side side, List<Visitor> visitors, double rate, Duration length) {
        return new OpenLoop().write(side.application(), visitors, rate, length);
    }

    /** The same while the visitors' agent watches each conversation. */
    static Outcome watched(Side side, List<Visitor> visitors, double rate, Duration length) {
        var loop = new OpenLoop();
        var sockets = visitors.stream().map(it -> side.watch(it, loop::hear)).toList();
        try {
            return loop.write(side.application(), visitors, rate, length);
        } finally {
            sockets.forEach(Socket::close);
        }
    }

    private Outcome write(
            Application application, List<Visitor> visitors, double rate, Duration length) {
        var lines = visitors.stream().map(Visitor::connect).toList();
        var random = new Random(11);
        var cpu = application.cpuSeconds();
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var at = start;
            for (var i = 0; at - start < length.toNanos(); i++) {
                at += (long) (-Math.log(1 - random.nextDouble()) / rate * 1e9);
                ClosedLoop.pause(Duration.ofNanos(Math.max(0, at - System.nanoTime())));
                var visitor = visitors.get(i % visitors.size());
                var line = lines.get(i % visitors.size());
                var id = visitor.next();
                var moment = at;
                due.put(id, moment);
                threads.execute(() -> write(visitor, line, id, moment));
            }
        }
        awaitEvents();
        var used = application.cpuSeconds() - cpu;
        var seconds = (System.nanoTime() - start) / 1e9;
        lines.forEach(Line::close);
        Function<Histogram, Load> load =
                it -> new Load(it.getTotalCount(), failed.get(), seconds, used, it);
        return new Outcome(load.apply(acknowledged), load.apply(seen));
    }

    private void write(Visitor visitor, Line line, String id, long moment) {
        try {
            visitor.write(line, id);
            acknowledged.recordValue((System.nanoTime() - moment) / 1000);
        } catch (RuntimeException e) {
            failed.incrementAndGet();
            LOG.log(System.Logger.Level.WARNING, "not written: " + e);
        }
    }

    private void hear(String event) {
        var mark = event.indexOf(MARK);
        if (mark >= 0) {
            var begin = mark + MARK.length();
            var moment = due.get(event.substring(begin, event.indexOf('"', begin)));
            if (moment != null) {
                seen.recordValue((System.nanoTime() - moment) / 1000);
            }
        }
    }

    /** Some may come after the acknowledgement of the last; those that nobody watches never do. */
    private void awaitEvents() {
        var end = System.nanoTime() + LAST_EVENTS.toNanos();
        while (seen.getTotalCount() > 0
                && seen.getTotalCount() < acknowledged.getTotalCount()
                && System.nanoTime() < end) {
            ClosedLoop.pause(Duration.ofMillis(20));
        }
    }
}
