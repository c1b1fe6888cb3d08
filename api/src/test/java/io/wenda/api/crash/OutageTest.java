package io.wenda.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An engine is away for a while, or cannot work; the application stays the same process. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageTest {
    private static final Logger LOG = LoggerFactory.getLogger(OutageTest.class);
    private static final double SECOND = 1e9;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The longest that anybody is kept waiting for an answer, be it UNAVAILABLE. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final String SAID =
            "select count(*) from message where not internal and sender <> 'SYSTEM'";
    private static final String STUCK =
            "select count(*) from shipment where state = 'RECORDED' and recorded_at < now() - interval '3 s'";
    private static final String NOT_INDEXED =
            "select count(*) from knowledge_indexing where made < wanted";
    private static final String QUESTION = "How long does a refund take?";
    private static final String ANSWER = "It takes five working days.";
    private static final int A_FEW = 5;

    @TempDir(cleanup = CleanupMode.NEVER)
    static Path data;

    private static final Outcomes OUTCOMES = new Outcomes();
    private static Site site;
    private static Company company;
    private static Traffic traffic;
    private static Books books;

    @BeforeAll
    static void open() throws Exception {
        site = Site.open(data);
        company = site.outside().newCompany("Outage");
        company.knows(QUESTION, ANSWER);
        traffic = new Traffic(company);
        books = new Books(site.folder());
        traffic.flows(A_FEW);
    }

    @AfterAll
    static void close() throws IOException {
        OUTCOMES.write("outages");
        if (traffic != null) {
            traffic.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void messagesFlowAndReportsAreHonestWithoutTheWarehouse(Ailment ailment) throws Exception {
        suffers(
                Affected.CLICKHOUSE,
                ailment,
                () -> {
                    traffic.flows(A_FEW);
                    if (ailment == Ailment.DISK_FULL) {
                        await().atMost(PATIENCE).until(() -> books.count(STUCK) > 0);
                    }
                    var reports = honestReport();
                    assertThat(site.status("/readyz")).isEqualTo(200);
                    return "messages flowed, reports came " + reports;
                },
                () -> {
                    var events = books.told().size();
                    await().atMost(PATIENCE)
                            .ignoreExceptions()
                            .until(() -> books.counted().size() >= events);
                    await().atMost(PATIENCE).until(() -> !honestReport().equals("UNAVAILABLE"));
                });
    }

    @ParameterizedTest
    @EnumSource
    @Order(2)
    void theBotHandsOverWithoutItsIndex(Ailment ailment) throws Exception {
        suffers(
                Affected.OPENSEARCH,
                ailment,
                () -> {
                    traffic.flows(A_FEW);
                    var answer = asked();
                    if (ailment == Ailment.DISK_FULL) {
                        await().atMost(PATIENCE).until(() -> books.count(NOT_INDEXED) > 0);
                    }
                    assertThat(site.status("/readyz")).isEqualTo(200);
                    return "messages flowed, the bot's decision: " + answer;
                },
                () -> {
                    await().atMost(PATIENCE).until(() -> books.count(NOT_INDEXED) == 0);
                    await().atMost(PATIENCE).until(() -> asked().equals("ANSWER"));
                });
    }

    @ParameterizedTest
    @EnumSource
    @Order(3)
    void whatIsAcknowledgedIsKeptWithoutTheDatabase(Ailment ailment) throws Exception {
        var before = refusals();
        suffers(
                Affected.POSTGRESQL,
                ailment,
                () -> {
                    if (ailment == Ailment.KILLED || ailment == Ailment.FROZEN) {
                        await().atMost(PATIENCE).until(() -> refusals() >= before + A_FEW);
                        await().atMost(PATIENCE).until(() -> site.status("/readyz") == 503);
                    }
                    if (ailment == Ailment.DISK_FULL) {
                        assertThatException().isThrownBy(OutageTest::write);
                    }
                    assertThat(site.status("/livez")).isEqualTo(200);
                    return "refused %d times".formatted(refusals() - before);
                },
                () -> {
                    traffic.flows(A_FEW);
                    await().atMost(PATIENCE).until(() -> site.status("/readyz") == 200);
                });
    }

    /** Strikes the engine meanwhile, hears the doctor, and notes how long it took to be well. */
    private static void suffers(
            Affected engine, Ailment ailment, Callable<String> meanwhile, Runnable afterwards)
            throws Exception {
        var began = System.nanoTime();
        var outcome = "";
        var struck = site.process(engine);
        try (var _ = site.strike(engine, ailment)) {
            var doctor = ForkJoinPool.commonPool().submit(site::doctor);
            outcome = meanwhile.call() + ", its health: " + seen(engine, ailment);
            isTold(engine, ailment, struck, doctor.get());
        }
        var over = System.nanoTime();
        afterwards.run();
        await().atMost(PATIENCE).until(() -> isWell(engine) && site.isUp(engine));
        assertThat(site.health().path("status").asString()).isEqualTo("UP");
        var told =
                "%s; well %.1f s after its end"
                        .formatted(outcome, (System.nanoTime() - over) / SECOND);
        LOG.info("{} {} for {} s: {}", engine, ailment, (over - began) / SECOND, told);
        OUTCOMES.add("%s %s".formatted(engine, ailment), 1, told);
    }

    private static int refusals() {
        return traffic.wire().troubles().getOrDefault("UNAVAILABLE", 0);
    }

    @Test
    @Order(4)
    void afterAllOfItNothingIsLostOrDoubled() {
        traffic.end();
        await().atMost(PATIENCE).until(books::areSettled);
        Proof.holds(traffic, company, books);
        assertThat(traffic.wire().longest()).isLessThan(LIMIT);
    }

    /** Whatever it says it counts is counted; else it says that it cannot. */
    private static String honestReport() {
        var now = Instant.now();
        var before = books.count(SAID);
        var answer =
                company.ask(
                        "query($i: ReportInput!) { report(input: $i) { freshAsOf total { cells { value } } } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "metrics",
                                        List.of(Map.of("metric", "MESSAGES")),
                                        "from",
                                        now.minus(Duration.ofDays(1)).toString(),
                                        "to",
                                        now.plus(Duration.ofDays(1)).toString())));
        if (!answer.codes().isEmpty()) {
            assertThat(answer.codes()).containsExactly("UNAVAILABLE");
            return "UNAVAILABLE";
        }
        var fresh = Instant.parse(answer.only().path("freshAsOf").asString());
        if (fresh.isBefore(now)) {
            return "with their age";
        }
        assertThat(answer.only().at("/total/cells/0/value").asLong())
                .isGreaterThanOrEqualTo(before);
        return "fresh";
    }

    /** What became of a visitor who asks what the bot knows. */
    private static String asked() {
        var visitor = company.newVisitor(traffic.channel());
        var said = visitor.says(QUESTION);
        traffic.acknowledged().received(QUESTION, said);
        var conversation = said.at("/conversation/id").asString();
        var seen = new AtomicReference<>("");
        await().atMost(PATIENCE)
                .until(() -> {
                    var now =
                            visitor.ask(
                                            "query($c: ID!) { conversation(id: $c) { state messages { nodes { text } } } }",
                                            Map.of("c", conversation))
                                    .only();
                    seen.set(
                            now.toString().contains(ANSWER)
                                    ? "ANSWER"
                                    : now.path("state").asString().equals("BOT") ? "" : "HANDOVER");
                    return !seen.get().isEmpty();
                });
        return seen.get();
    }

    /** More than the files that PostgreSQL has already have room for. */
    private static void write() {
        var database = site.folder().database();
        database.sql("create table filler (text text)").update();
        database.sql("insert into filler select gen_random_uuid() from generate_series(1, 1000000)")
                .update();
    }

    /** What health and metric say of it. */
    private static String seen(Affected engine, Ailment ailment) {
        var state =
                switch (ailment) {
                    case KILLED, FROZEN -> "down";
                    case DISK_FULL -> "disk_full";
                    // some of its processes or threads got their memory beforehand, and some not
                    case OUT_OF_MEMORY -> site.state(engine);
                };
        if (ailment != Ailment.OUT_OF_MEMORY) {
            await().atMost(PATIENCE).until(() -> site.state(engine).equals(state));
            var nothingServes = engine == Affected.POSTGRESQL && state.equals("down");
            assertThat(site.isUp(engine)).isFalse();
            assertThat(site.health().path("status").asString())
                    .isEqualTo(nothingServes ? "DOWN" : "DEGRADED");
            assertThat(site.status("/readyz")).isEqualTo(nothingServes ? 503 : 200);
        }
        return state;
    }

    private static boolean isWell(Affected engine) {
        return List.of("up", "slow").contains(site.state(engine));
    }

    private static void isTold(
            Affected engine, Ailment ailment, ProcessHandle struck, String said) {
        switch (ailment) {
            case KILLED, FROZEN ->
                    assertThat(said)
                            .containsPattern("FAULT  " + engine.word() + " does not answer");
            case DISK_FULL ->
                    assertThat(said).containsPattern("FAULT  " + engine.word() + ".* disk is full");
            case OUT_OF_MEMORY ->
                    assertThat(said)
                            .containsPattern(
                                    struck.isAlive()
                                            ? "FAULT  " + engine.word() + " has no memory left"
                                            : "(ok|FAULT) +" + engine.word());
        }
    }
}
