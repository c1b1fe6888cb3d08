package io.wenda.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * kill -9 of the application and of each engine while people talk, at chosen points and at random.
 */
class CrashTest {
    private static final Logger LOG = LoggerFactory.getLogger(CrashTest.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MESSAGES = 20;
    private static final int A_FEW = 5;

    @Test
    void noCrashLosesOrDoublesWhatWasAcknowledged(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path data) throws Exception {
        var started = System.nanoTime();
        try (var installation = new Installation(data)) {
            installation.startIndex();
            installation.startFree();
            var company = installation.outside().newCompany("Crash");
            try (var traffic = new Traffic(company);
                    var reindexer = new Reindexer(data)) {
                var seed = Long.getLong("crash.seed", started);
                LOG.info("-Dcrash.seed={} kills in the same order again", seed);
                var importer = new Importer(traffic.wire(), company);
                traffic.join(importer);
                var kills = crash(installation, traffic, seed);
                reindexer.end();
                var books = new Books(installation);
                importer.everyLineCameInOnce(books);
                await().atMost(PATIENCE).until(books::areSettled);
                LOG.info(
                        "{} kills: {} messages acknowledged, {} events, repeated for {}, {} s{}",
                        kills.count(),
                        traffic.acknowledged().count(),
                        books.told().size(),
                        traffic.wire().troubles(),
                        (System.nanoTime() - started) / 1_000_000_000,
                        kills);
                var outcomes = new Outcomes();
                kills.tell(outcomes);
                Proof.holds(traffic, company, books);
                Proof.indexHolds(books, installation.index(), installation.outside());
                assertThat(traffic.editor().published()).isPositive();
                Proof.watchersSeeWhatIsStored(traffic);
                outcomes.add(
                        "all of them together",
                        kills.count(),
                        "%d messages, %d events and %d imports there once, warehouse and index agree, %d conversations"
                                .formatted(
                                        traffic.acknowledged().count(),
                                        books.told().size(),
                                        importer.count(),
                                        traffic.followers().size()));
                outcomes.write("crashes");
            }
        }
    }

    private static Kills crash(Installation installation, Traffic traffic, long seed)
            throws Exception {
        var kills = new Kills();
        traffic.flows(MESSAGES);
        shipsBeyond(0, installation);
        installation.keepClasses();
        survive(Victim.APPLICATION, installation, traffic, kills);
        atChosenPoints(installation, traffic, kills);
        var number = Integer.getInteger("crash.kills");
        for (var victim : number == null ? Victim.all(seed) : Victim.all(seed, number)) {
            survive(victim, installation, traffic, kills);
        }
        traffic.flows(MESSAGES);
        traffic.end();
        return kills;
    }

    private static void survive(
            Victim victim, Installation installation, Traffic traffic, Kills kills)
            throws Exception {
        var before = System.nanoTime();
        kill(victim, installation, traffic);
        kills.survived(victim, since(before));
        traffic.goesOn(A_FEW);
    }

    private static void atChosenPoints(Installation installation, Traffic traffic, Kills kills)
            throws Exception {
        for (var point : Point.values()) {
            var before = System.nanoTime();
            try (var snare = installation.snare(point)) {
                snare.await();
                installation.killApplication();
            }
            installation.begin();
            if (point != Point.BEFORE_MARKING) { // what comes next happens while it starts
                installation.awaitReady();
                traffic.goesOn(1);
            }
            kills.survived(Victim.APPLICATION + " " + point, since(before));
        }
        for (var point : List.of(Point.RECORDING, Point.BEFORE_MARKING, Point.BEFORE_WAKING)) {
            var before = System.nanoTime();
            try (var snare = installation.snare(point)) {
                snare.await();
                installation.killPostgreSql();
            }
            traffic.goesOn(1);
            kills.survived(Victim.POSTGRESQL + " " + point, since(before));
        }
        for (var point : List.of(Point.BEFORE_SENDING, Point.BEFORE_REBUILDING)) {
            var before = System.nanoTime();
            var shipped = shipped(installation);
            try (var snare = installation.snare(point)) {
                snare.await();
                installation.killClickHouse();
            }
            shipsBeyond(shipped, installation);
            kills.survived(Victim.CLICKHOUSE + " " + point, since(before));
        }
    }

    private static Duration since(long before) {
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** Returns when what it kept waiting goes on: messages, or their way into the warehouse. */
    private static void kill(Victim victim, Installation installation, Traffic traffic)
            throws Exception {
        switch (victim) {
            case POSTGRESQL -> {
                installation.killPostgreSql();
                traffic.goesOn(1);
            }
            case CLICKHOUSE -> {
                var shipped = shipped(installation);
                installation.killClickHouse();
                shipsBeyond(shipped, installation);
            }
            case OPENSEARCH -> {
                installation.killOpenSearch();
                traffic.goesOn(1);
            }
            case APPLICATION -> {
                installation.killApplication();
                installation.start();
                traffic.goesOn(1);
            }
        }
    }

    private static void shipsBeyond(long events, Installation installation) {
        await().atMost(PATIENCE).until(() -> shipped(installation) > events);
    }

    /** Once ClickHouse answers, which may be starting with the application. */
    private static long shipped(Installation installation) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () ->
                                Long.parseLong(
                                        installation
                                                .warehouse("select count() from raw_events final")
                                                .getFirst()),
                        count -> count >= 0);
    }
}
