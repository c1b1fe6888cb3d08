package io.wenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.api.scalar.PublicIds;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.testing.RecordingServer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** How long operations are waited for, where the usual time is short. */
@SpringBootTest(
        classes = Wenda.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "wenda.graphql.timeout=4s",
            "wenda.outbound.private-addresses=true",
            "wenda.embedded.throwaway=true",
            "wenda.data=${wenda.test.folder:target}/data"
        })
@DirtiesContext
class PatienceTest {
    private static final int PORT = RunningApplication.freePort();
    private static final Outside OUTSIDE = new Outside("http://localhost:" + PORT);
    private static final Duration USUAL = Duration.ofSeconds(4);
    private static final Duration SLOW = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REFUND = "When will my refund be credited?";
    private static final String PUBLISHED = "Your refund will be credited within 5 days.";
    private static final String WORDED = "It will be credited within 5 days.";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final PublicIds ids;
    private final Company company = OUTSIDE.newCompany("Patience " + UUID.randomUUID());

    @DynamicPropertySource
    static void listen(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
    }

    PatienceTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired PublicIds ids) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ids = ids;
    }

    @Test
    void whoAsksASlowModelIsAnsweredAfterTheUsualTimeAndNobodyElseIs() {
        company.knows(REFUND, PUBLISHED);
        await().atMost(PATIENCE).until(() -> said("published: true").equals(PUBLISHED));
        try (var model = new RecordingServer()) {
            model.answersBy((_, exchange) -> {
                Thread.sleep(SLOW);
                exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(worded().getBytes(UTF_8));
            });
            company.ask(
                            """
                            mutation($url: String!) { setGeneration(input: {enabled: true, baseUrl: $url, model: "slow", apiKey: "sk-1", seconds: 30}) {
                              userErrors { code message } } }
                            """,
                            Map.of("url", model.uri() + "/v1"))
                    .done();

            var began = System.nanoTime();
            assertThat(said("published: false")).isEqualTo(WORDED);
            assertThat(since(began)).isGreaterThan(SLOW);
            var tested =
                    company.ask(
                                    "query($q: String!) { testGeneration(question: $q) { text aiGenerated } }",
                                    Map.of("q", REFUND))
                            .only();
            assertThat(tested.path("aiGenerated").asBoolean()).isTrue();
            assertThat(said("published: true")).isEqualTo(PUBLISHED);

            isGivenUpInTheUsualTime();
            assertThat(model.came()).hasSize(2);
        }
    }

    /** What waits for a lock, and for no model although the company has one. */
    private void isGivenUpInTheUsualTime() {
        CurrentTenant.run(
                ids.as(TenantId.class, company.id()),
                () ->
                        transactions.executeWithoutResult(_ -> {
                            jdbc.sql("select tenant_id from company for update")
                                    .query(UUID.class)
                                    .single();
                            var began = System.nanoTime();
                            var waited =
                                    company.ask(
                                            """
                                            mutation { updateCompany(input: {name: "Later"}) { userErrors { code } } }
                                            """);
                            assertThat(waited.codes()).containsExactly("UNAVAILABLE");
                            assertThat(waited.body().toString()).contains("took too long");
                            assertThat(since(began)).isBetween(USUAL, SLOW);
                        }));
    }

    private String said(String argument) {
        return company.ask(
                        "query($q: String!) { askBot(question: $q, %s) { text } }"
                                .formatted(argument),
                        Map.of("q", REFUND))
                .only()
                .path("text")
                .asString("");
    }

    private static String worded() {
        return "data: {\"object\": \"chat.completion.chunk\", \"choices\": [{\"index\": 0, \"delta\": {\"content\": \"%s [1]\"}, \"finish_reason\": \"stop\"}]}\n\ndata: [DONE]\n\n"
                .formatted(WORDED);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
