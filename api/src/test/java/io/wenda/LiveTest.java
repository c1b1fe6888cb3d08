package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.wenda.api.scalar.PublicIds;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.live.LiveBus;
import io.wenda.conversation.live.Topic;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.DatabaseSettings;
import io.wenda.testing.SignIn;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers that go on: complete, in order, only to whom they belong. */
@ExtendWith(OutputCaptureExtension.class)
class LiveTest extends RunningApplication {
    @Autowired MeterRegistry meters;
    @Autowired PublicIds ids;
    @Autowired LiveBus bus;
    @Autowired DatabaseSettings database;
    @Autowired TransactionTemplate transactions;

    private static final String STREAM =
            "subscription($c: ID!, $s: Int) { conversationUpdates(conversationId: $c, afterSeq: $s) { __typename ... on Message { seq text internal } ... on ConversationChange { conversation { state assignee { name } } } } }";

    @Test
    void threeHundredMessagesComeOnceAndInOrderOverAnyResumption() {
        var world = World.in(OUTSIDE.newCompany("Acme " + UUID.randomUUID()));
        var conversation = world.id("conversation");
        IntStream.range(0, 150).forEach(i -> world.visitor().says("before " + i));
        try (var live = watch(world.visitor(), conversation, 0)) {
            live.until(it -> it.path("seq").asInt(0) == 151);
            IntStream.range(0, 150).forEach(i -> world.visitor().says("after " + i));
            live.until(it -> it.path("seq").asInt(0) == 301);

            assertThat(seqs(live)).isEqualTo(IntStream.rangeClosed(1, 301).boxed().toList());
        }
        try (var resumed = watch(world.visitor(), conversation, 250)) {
            resumed.until(it -> it.path("seq").asInt(0) == 301);

            assertThat(seqs(resumed)).isEqualTo(IntStream.rangeClosed(251, 301).boxed().toList());
        }
    }

    @Test
    void aStreamWhoseReadingFoundNoRoomInTimeGoesOnLater() {
        var world = World.in(OUTSIDE.newCompany("Acme " + UUID.randomUUID()));
        var conversation = world.id("conversation");
        var tenant = ids.as(TenantId.class, world.company().id());
        try (var live = watch(world.visitor(), conversation, 0)) {
            live.until(it -> it.path("seq").asInt(0) == 1);
            var topic =
                    new Topic.OfConversation(tenant, ids.as(ConversationId.class, conversation));
            withoutConnections(
                    tenant,
                    () -> {
                        bus.wake(topic);
                        await().until(() -> waiting() > 0);
                        await().pollDelay(database.waitLimit().plusSeconds(1))
                                .atMost(database.waitLimit().multipliedBy(3))
                                .until(() -> true);
                    });

            var seq = world.visitor().says("after all").at("/message/seq").asInt();
            live.until(it -> it.path("seq").asInt(0) == seq);

            assertThat(live.closed()).isEmpty();
            assertThat(seqs(live)).containsExactly(1, seq);
        }
    }

    /** Holds all that requests may take, while the work is done. */
    private void withoutConnections(TenantId tenant, Runnable work) {
        var places = database.poolSize() - database.sharedCommits();
        var held = new CountDownLatch(places);
        var over = new Semaphore(0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < places; i++) {
                threads.execute(() ->
                        CurrentTenant.run(
                                tenant,
                                () ->
                                        transactions.executeWithoutResult(_ -> {
                                            held.countDown();
                                            over.acquireUninterruptibly();
                                        })));
            }
            try {
                await().until(() -> held.getCount() == 0);
                work.run();
            } finally {
                over.release(places);
            }
        }
    }

    private double waiting() {
        return meters.get("wenda.database.waiting").gauge().value();
    }

    @Test
    void anotherVisitorIsToldThatThereIsNoSuchConversation() {
        var world = World.in(OUTSIDE.newCompany("Acme " + UUID.randomUUID()));
        var channel = world.company().newChannel(false).path("publicKey").asString();
        try (var peek = watch(world.company().newVisitor(channel), world.id("conversation"), 0)) {
            assertThat(peek.failure()).isEqualTo("NOT_FOUND");
            assertThat(peek.events()).isEmpty();
        }
    }

    @Test
    void whoeverLeavesInTheMiddleLeavesNothingWatchingAndNoTraceInTheLog(CapturedOutput log) {
        var world = World.in(OUTSIDE.newCompany("Acme " + UUID.randomUUID()));
        var before = watches();
        try (var _ = watch(world.visitor(), world.id("conversation"), 0)) {
            await().untilAsserted(() -> assertThat(watches()).isPositive());
        }
        for (var i = 0; i < 10; i++) {
            var live = watch(world.visitor(), world.id("conversation"), 0);
            var first = i + ", 0";
            var round = i;
            var says =
                    CompletableFuture.runAsync(() ->
                            IntStream.range(0, 30)
                                    .forEach(it -> world.visitor().says(round + ", " + it)));
            live.until(it -> it.path("text").asString("").equals(first));
            live.close();
            says.join();
        }

        await().untilAsserted(() -> assertThat(watches()).isLessThanOrEqualTo(before));
        assertThat(log.getAll()).doesNotContain(" ERROR ");
    }

    @Test
    void aLongMessageFitsThroughASocket() {
        var world = World.in(OUTSIDE.newCompany("Acme " + UUID.randomUUID()));
        var text = "字".repeat(8000);
        try (var sent =
                Socket.subscribe(
                        OUTSIDE,
                        world.visitor().token(),
                        Company.PAGE,
                        "mutation($t: String!) { sendMessage(input: {clientMessageId: \"long\", text: $t}) { message { text } userErrors { code } } }",
                        Map.of("t", text))) {
            assertThat(sent.until(it -> it.has("message")).at("/message/text").asString())
                    .isEqualTo(text);
        }
    }

    @Test
    void aMessageBeyondAllBoundsClosesItsSocket() {
        var world = World.in(OUTSIDE.newCompany("Acme " + UUID.randomUUID()));
        try (var sent =
                Socket.subscribe(
                        OUTSIDE,
                        world.visitor().token(),
                        Company.PAGE,
                        STREAM,
                        Map.of("c", "x".repeat(70_000), "s", 0))) {
            assertThat(sent.closedWith()).isEqualTo(1009);
        }
    }

    @Test
    void withoutATokenTheSocketIsClosed() {
        try (var nobody =
                Socket.subscribe(OUTSIDE, null, null, STREAM, Map.of("c", "cnv_x", "s", 0))) {
            assertThat(nobody.closedWith()).isEqualTo(4401);
        }
    }

    @Test
    void aProgramHasNoInbox() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var key =
                company.ask(
                                "mutation { createApiKey(input: {name: \"ci\", roles: [ADMIN]}) { clientId clientSecret userErrors { code } } }")
                        .done();
        var token =
                new SignIn(OUTSIDE)
                        .programToken(
                                key.path("clientId").asString(),
                                key.path("clientSecret").asString());
        try (var inbox =
                Socket.subscribe(
                        OUTSIDE, token, null, "subscription { inbox { change } }", Map.of())) {
            assertThat(inbox.failure()).isEqualTo("FORBIDDEN");
        }
        assertThat(
                        OUTSIDE.ask(
                                        token,
                                        "mutation { setAvailability(input: {status: ONLINE}) { userErrors { code } } }",
                                        Map.of())
                                .codes())
                .containsExactly("FORBIDDEN");
    }

    @Test
    void serverSentEventsTellARefusalAndEnd() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var body =
                Outside.JSON.writeValueAsString(
                        Map.of("query", STREAM, "variables", Map.of("c", "cnv_x", "s", 0)));
        var answer =
                OUTSIDE.send(
                        HttpRequest.newBuilder(OUTSIDE.at("/graphql"))
                                .header("Content-Type", "application/json")
                                .header("Accept", "text/event-stream")
                                .header("Authorization", "Bearer " + company.token())
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build());

        assertThat(answer.body()).contains("event:next", "NOT_FOUND", "event:complete");
    }

    private double watches() {
        return meters.get("wenda.live.watches").gauge().value();
    }

    private static Socket watch(Company.Visitor visitor, String conversation, int afterSeq) {
        return Socket.subscribe(
                OUTSIDE,
                visitor.token(),
                Company.PAGE,
                STREAM,
                Map.of("c", conversation, "s", afterSeq));
    }

    private static List<Integer> seqs(Socket live) {
        return live.events().stream()
                .filter(it -> it.path("__typename").asString().equals("Message"))
                .map(it -> it.path("seq").asInt())
                .toList();
    }
}
