package io.wenda.api.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.Outside;
import io.wenda.Socket;
import io.wenda.testing.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two nodes are one installation: what happens at one is felt at the other, and either may go. */
class NodesTest {
    private static final Logger LOG = LoggerFactory.getLogger(NodesTest.class);
    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final Duration HEALED = Duration.ofSeconds(25);
    private static final Duration BACK = Duration.ofSeconds(12);

    /** Less than what the web server would wait for open streams. */
    private static final Duration LONGEST_END = Duration.ofSeconds(8);

    private static final Duration TAKEN_OVER = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String STREAM =
            """
            subscription($c: ID!) {
              conversationUpdates(conversationId: $c) {
                ... on Message { seq } ... on Typing { sender until }
              }
            }
            """;

    private static Cluster cluster;
    private static Company company;

    @BeforeAll
    static void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path data) throws IOException {
        cluster = new Cluster(data);
        company = cluster.door().newCompany("Nodes");
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @Test
    void whatIsSaidAndTypedAtOneNodeIsSeenAtTheOtherAtOnce() {
        var visitor = visitorAt(0, false);
        var conversation = visitor.says("hello").at("/conversation/id").asString();
        try (var agent = watch(cluster.node(1), conversation)) {
            agent.until(it -> it.path("seq").asInt() == 1);

            for (var i = 0; i < 10; i++) {
                var seq = visitor.says("and " + i).at("/message/seq").asInt();
                await().atMost(AT_ONCE).until(() -> sees(agent, seq));
            }
            visitor.ask(
                    "mutation($c: ID!) { setTyping(input: {conversationId: $c, typing: true}) { until } }",
                    Map.of("c", conversation));

            await().atMost(AT_ONCE)
                    .until(() -> agent.events().stream().anyMatch(it -> it.has("until")));
        }
    }

    @Test
    void whoLosesHerAccessAtOneNodeIsCutOffAtTheOtherAtOnce() {
        var owner = at(0, company);
        var key =
                owner.ask(
                                "mutation { createApiKey(input: {name: \"ERP\", roles: [ADMIN]}) { clientId clientSecret userErrors { code } } }")
                        .done();
        var token =
                new SignIn(cluster.node(1))
                        .programToken(
                                key.path("clientId").asString(),
                                key.path("clientSecret").asString());
        var id = owner.ask("{ apiKeys { nodes { id } } }").only().at("/nodes/0/id").asString();
        try (var socket =
                Socket.subscribe(cluster.node(1), token, null, "{ company { id } }", Map.of())) {
            socket.until(it -> it.has("id"));

            owner.ask(
                            "mutation($k: ID!) { revokeApiKey(input: {apiKeyId: $k}) { userErrors { code } } }",
                            Map.of("k", id))
                    .done();

            await().atMost(AT_ONCE).until(() -> socket.closed().orElse(0) == 4401);
            assertThat(cluster.node(1).ask(token, "{ company { id } }", Map.of()).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void nobodyBehindTheBalancerChoosesTheAddressThatHerSignUpsAreCountedBy() throws Exception {
        var codes = new ArrayList<List<String>>();
        try (var elsewhere =
                HttpClient.newBuilder().localAddress(InetAddress.ofLiteral("127.0.0.2")).build()) {
            for (var i = 0; i < 11; i++) {
                codes.add(refusedSignUp(elsewhere, "203.0.113." + i));
            }
        }

        assertThat(codes.subList(0, 10)).containsOnly(List.of());
        assertThat(codes.get(10)).containsExactly("RATE_LIMITED");
    }

    /** Its errors, where the address says to be another's. */
    private static List<String> refusedSignUp(HttpClient sender, String address) throws Exception {
        var body =
                """
                {"query": "mutation { signUp(input: {companyName: \\"A\\", ownerName: \\"B\\", email: \\"nobody\\", password: \\"short\\"}) { userErrors { code } } }"}
                """;
        var request =
                cluster.door()
                        .post(BodyPublishers.ofString(body))
                        .header("X-Forwarded-For", address);
        var answer = sender.send(request.build(), BodyHandlers.ofString());
        return new Outside.Answer(answer.statusCode(), Outside.JSON.readTree(answer.body()))
                .codes();
    }

    @Test
    void withoutRedisMessagesStillArriveAndWithItAgainAtOnce() throws IOException {
        var visitor = visitorAt(0, false);
        var conversation = visitor.says("hello").at("/conversation/id").asString();
        try (var agent = watch(cluster.node(1), conversation)) {
            agent.until(it -> it.path("seq").asInt() == 1);

            cluster.killRedis();
            var unheard = visitor.says("do you hear me?").at("/message/seq").asInt();
            await().atMost(HEALED).until(() -> sees(agent, unheard));
            assertThat(ready(0)).isTrue();

            cluster.bringRedisBack();
            await().atMost(BACK)
                    .ignoreExceptions()
                    .until(() -> {
                        var seq = visitor.says("and now?").at("/message/seq").asInt();
                        await().atMost(Duration.ofMillis(800)).until(() -> sees(agent, seq));
                        return true;
                    });
        }
    }

    @Test
    void aKilledNodesWorkIsTakenOverWithinTenSeconds() throws Exception {
        online(at(1, company));
        var asked = IntStream.range(0, 12).mapToObj(_ -> visitorAt(0, true)).toList();
        await().atMost(PATIENCE).until(() -> shards() == 2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    asked.stream()
                            .map(it -> threads.submit(() -> it.says("is somebody there?")))
                            .toList();
            for (var answer : answers) {
                answer.get();
            }
        }

        cluster.kill(0);
        var killed = System.nanoTime();

        await().atMost(TAKEN_OVER)
                .until(() -> shards() == 1 && owedTurns() == 0 && waitingInVain() == 0);
        LOG.info("a killed node's work was taken over after {} ms", millisSince(killed));
        assertThat(visitorAt(1, true).says("hello").at("/message/seq").asInt()).isEqualTo(1);
        cluster.start(0);
        warehouseIsEqual();
        routedOnce();
    }

    @Test
    void aFlowGoesOnAtTheOtherNodeAfterItsOwnWasKilledBetweenTwoTurns() throws Exception {
        var shop = cluster.door().newCompany("Returns");
        ReturnFlow.learn(at(0, shop)); // each node learns aside, this one before it is asked
        var visitor = newVisitor(at(0, shop), true);
        var conversation = visitor.says("我要退货").at("/conversation/id").asString();
        var when = ReturnFlow.message(cluster.node(0), shop, conversation, 2);
        assertThat(when.path("text").asString()).isEqualTo("是哪一天买的？");

        cluster.kill(0);
        visitorAt(1, visitor).says("2026年3月5日");
        var pieces = ReturnFlow.message(cluster.node(1), shop, conversation, 4);
        cluster.start(0);
        visitor.says("2");
        var end = ReturnFlow.message(cluster.node(0), shop, conversation, 6);

        assertThat(pieces.path("text").asString()).isEqualTo("退几件？");
        assertThat(end.path("text").asString()).isEqualTo("2026-03-05买的，退2件。");
        assertThat(end.at("/receipt/grounds/told").valueStream())
                .extracting(it -> it.path("name").asString())
                .containsExactly("bought", "pieces");
        assertThat(ReturnFlow.messages(cluster.node(0), shop, conversation)).hasSize(6);
    }

    @Test
    void aRollingRestartLosesNothingAndNobodyNotices() throws Exception {
        var key = company.newChannel(true).path("publicKey").asString();
        var customers =
                IntStream.range(0, 4).mapToObj(_ -> new Customer(company.newVisitor(key))).toList();
        try (var threads = Executors.newScheduledThreadPool(4)) {
            for (var it : customers) {
                var _ = threads.scheduleWithFixedDelay(it::tick, 0, 150, TimeUnit.MILLISECONDS);
            }
            for (var node : List.of(0, 1)) {
                goesOn(customers);
                var events = eventStream(node, customers.getFirst());
                var asked = System.nanoTime();
                cluster.end(node);
                var ended = millisSince(asked);
                LOG.info("a node ended after {} ms", ended);
                assertThat(events).succeedsWithin(AT_ONCE);
                assertThat(ended).isLessThan(LONGEST_END.toMillis());
                goesOn(customers);
                cluster.start(node);
            }
            goesOn(customers);
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        for (var it : customers) {
            await().atMost(HEALED).until(it::hasSeenAll);
            assertThat(it.failures()).isEmpty();
            assertThat(it.endings()).isNotEmpty().containsOnly(1012);
            assertThat(it.seenTwice()).isEmpty();
            assertThat(it.seenSeqs())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, it.seenSeqs().size()).boxed().toList());
            LOG.info(
                    "{} messages, streams ended {}, longest gap {} ms",
                    it.acknowledged(),
                    it.endings(),
                    it.longestGap().toMillis());
            it.close();
        }
        warehouseIsEqual();
        routedOnce();
    }

    /** Whoever cannot use WebSockets; it ends with the stream. */
    private static CompletableFuture<Long> eventStream(int node, Customer customer) {
        var request =
                cluster.node(node)
                        .post(BodyPublishers.ofString(customer.subscription()))
                        .setHeader("Accept", "text/event-stream")
                        .header("Origin", Company.PAGE)
                        .header("Authorization", "Bearer " + customer.token());
        return HttpClient.newHttpClient()
                .sendAsync(request.build(), BodyHandlers.ofLines())
                .thenApplyAsync(answer -> ended(answer.body()));
    }

    /** How many lines came; the last chunk may be lost with its socket, which is an end as well. */
    private static long ended(Stream<String> lines) {
        var seen = new AtomicLong();
        try (lines) {
            lines.forEach(_ -> seen.incrementAndGet());
        } catch (UncheckedIOException e) {
            LOG.info("a stream of events ended with its socket: {}", e.toString());
        }
        return seen.get();
    }

    private static void goesOn(List<Customer> customers) {
        for (var it : customers) {
            var more = it.acknowledged() + 5;
            await().atMost(PATIENCE).until(() -> it.acknowledged() >= more);
        }
    }

    /** How many living nodes hold shards. */
    private static long shards() {
        return cluster.count(
                """
                select count(distinct p.holder) from shipping_place p
                  left join shipper s on s.node = p.holder and s.lease_until > now()
                having count(*) = count(s.node)
                union all select -1 limit 1
                """);
    }

    private static long owedTurns() {
        return cluster.count(
                "select count(*) from conversation where state = 'BOT' and bot_seq < last_contact_seq");
    }

    /** Queued although an agent has room. */
    private static long waitingInVain() {
        return cluster.count(
                """
                select count(*) from conversation c where c.state = 'QUEUED' and exists (
                  select from skill_group_member m join agent_load a using (tenant_id, member_id)
                  where m.tenant_id = c.tenant_id and m.group_id = c.group_id
                    and a.status = 'ONLINE' and a.load < m.capacity)
                """);
    }

    private static void warehouseIsEqual() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(cluster.warehouse())
                                .containsExactlyInAnyOrderElementsOf(
                                        cluster.database()
                                                .sql("select event_id::text from outbox")
                                                .query(String.class)
                                                .list()));
    }

    /** No agent carries more than she counts, and no conversation has two owners. */
    private static void routedOnce() {
        assertThat(
                        cluster.count(
                                """
                                select count(*) from agent_load a where load <> (
                                  select count(*) from conversation c
                                  where c.tenant_id = a.tenant_id and c.assignee_id = a.member_id
                                    and c.state = 'ACTIVE')
                                """))
                .isZero();
    }

    private static void online(Company company) {
        company.ask(
                        "mutation { setAvailability(input: {status: ONLINE}) { availability { status } userErrors { code } } }")
                .done();
    }

    private static Company at(int node, Company company) {
        return new Company(
                cluster.node(node),
                company.id(),
                company.owner(),
                company.email(),
                company.password(),
                company.token());
    }

    private static Company.Visitor visitorAt(int node, boolean bot) {
        return newVisitor(at(node, company), bot);
    }

    private static Company.Visitor visitorAt(int node, Company.Visitor visitor) {
        return new Company.Visitor(
                cluster.node(node), visitor.id(), visitor.token(), visitor.visitorToken());
    }

    private static Company.Visitor newVisitor(Company owner, boolean bot) {
        var key = owner.newChannel("Shop " + UUID.randomUUID(), bot).path("publicKey").asString();
        return owner.newVisitor(key);
    }

    private static Socket watch(Outside node, String conversation) {
        return Socket.subscribe(node, company.token(), null, STREAM, Map.of("c", conversation));
    }

    private static boolean sees(Socket stream, int seq) {
        return stream.events().stream().anyMatch(it -> it.path("seq").asInt() == seq);
    }

    private static boolean ready(int node) {
        return cluster.node(node)
                        .send(HttpRequest.newBuilder(cluster.node(node).at("/readyz")).build())
                        .statusCode()
                == 200;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
