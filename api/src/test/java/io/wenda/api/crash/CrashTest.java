package io.wenda.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** kill -9 of the application, of PostgreSQL and of ClickHouse while people talk. */
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
            installation.start();
            var company = installation.outside().newCompany("Crash");
            try (var traffic = new Traffic(company)) {
                var seed = Long.getLong("crash.seed", started);
                LOG.info("-Dcrash.seed={} kills in the same order again", seed);
                var kills = crash(installation, traffic, seed);
                var books = new Books(installation);
                await().atMost(PATIENCE).until(books::areSettled);
                LOG.info(
                        "{} kills: {} messages acknowledged, {} events, repeated for {}, {} s{}",
                        kills.count(),
                        traffic.acknowledged().count(),
                        books.told().size(),
                        traffic.wire().troubles(),
                        (System.nanoTime() - started) / 1_000_000_000,
                        kills);
                everyMessageOnce(traffic, company, books);
                everyEventOnce(books);
                reportsAgree(company, books);
                assertThat(traffic.wire().surprises()).isEmpty();
            }
        }
    }

    private static Kills crash(Installation installation, Traffic traffic, long seed)
            throws Exception {
        var kills = new Kills();
        traffic.flows(MESSAGES);
        shipsBeyond(0, installation);
        for (var victim : Victim.all(seed)) {
            var before = System.nanoTime();
            kill(victim, installation, traffic);
            kills.survived(victim, Duration.ofNanos(System.nanoTime() - before));
            traffic.goesOn(A_FEW);
        }
        traffic.flows(MESSAGES);
        traffic.end();
        return kills;
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

    private static void everyMessageOnce(Traffic traffic, Company company, Books books) {
        var stored = new Stored(company);
        var conversations = stored.conversations();
        var said = new ArrayList<Stored.Message>();
        for (var conversation : conversations) {
            assertThat(conversation.hasOneOwner()).as(conversation.toString()).isTrue();
            var messages = stored.messages(conversation);
            assertThat(messages)
                    .extracting(Stored.Message::seq)
                    .as(conversation.toString())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, messages.size()).boxed().toList());
            said.addAll(messages);
        }
        assertThat(said).hasSize((int) books.count("select count(*) from message"));
        assertThat(said.stream().filter(message -> isPerson(message.sender())))
                .extracting(CrashTest::receipt)
                .containsExactlyInAnyOrderElementsOf(traffic.acknowledged().byMessage().values());
        assertThat(conversations)
                .extracting(Stored.Conversation::id)
                .doesNotHaveDuplicates()
                .hasSize((int) books.count("select count(*) from conversation"));
        assertThat(books.misloaded()).isEmpty();
    }

    private static boolean isPerson(String sender) {
        return List.of("CONTACT", "AGENT").contains(sender);
    }

    private static Acknowledged.Receipt receipt(Stored.Message message) {
        return new Acknowledged.Receipt(
                message.id(), message.conversation(), message.seq(), message.text());
    }

    private static void everyEventOnce(Books books) {
        assertThat(books.counted()).containsExactlyInAnyOrderElementsOf(books.told());
        assertThat(books.misnumbered()).isEmpty();
        assertThat(books.differences()).isEmpty();
    }

    private static void reportsAgree(Company company, Books books) {
        var stored = new Stored(company);
        var now = Clock.systemUTC().instant();
        var from = now.minus(Duration.ofDays(1)).toString();
        var to = now.plus(Duration.ofDays(1)).toString();
        assertThat(stored.reported("CONVERSATIONS", from, to))
                .isEqualTo(books.count("select count(*) from conversation"));
        assertThat(stored.reported("MESSAGES", from, to))
                .isEqualTo(
                        books.count(
                                "select count(*) from message where not internal and sender <> 'SYSTEM'"));
    }
}
