package io.wenda.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Outside;
import io.wenda.RunningApplication;
import io.wenda.analytics.reconciliation.Reconciliation;
import io.wenda.conversation.Channel;
import io.wenda.tenant.TenantId;
import io.wenda.testing.SignIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest extends RunningApplication {
    private static final String SHOP = "http://127.0.0.1:8081";
    private static final Duration LONG = Duration.ofSeconds(60);

    private final DemoMaker maker;
    private final Reconciliation reconciliation;
    private final Clock clock;
    private Path file;
    private DemoState state;
    private Channel channel;
    private String token;

    @Autowired
    DemoTest(
            ConfigurableApplicationContext application,
            Reconciliation reconciliation,
            Clock clock) {
        this.maker = new DemoMaker(application);
        this.reconciliation = reconciliation;
        this.clock = clock;
    }

    @BeforeAll
    void make(@TempDir Path folder) {
        file = folder.resolve("demo.properties");
        state = DemoState.in(file, clock.instant());
        channel = maker.make(state, List.of(SHOP));
        token = signIn(Person.LIN);
    }

    @Test
    void aWeekIsThere() {
        assertThat(count("conversations")).isBetween(250, 450);
        assertThat(count("tickets")).isBetween(10, 100);
        assertThat(count("members")).isEqualTo(4);
        assertThat(
                        ask("{ knowledgeEntries(first: 100) { nodes { published { number } latest { state } } } }")
                                .path("nodes")
                                .valueStream()
                                .map(it -> it.at("/latest/state").asString()))
                .hasSize(65)
                .filteredOn("PUBLISHED"::equals)
                .hasSize(62);
        assertThat(ask("{ company { name } }").path("name").asString())
                .isEqualTo("Demo Tea Shop 示例茶铺");
    }

    @Test
    void theBotKnowsTheShopInBothLanguages() {
        assertThat(decision("退款多久能到账啊")).isEqualTo("ANSWER");
        assertThat(decision("Where is my parcel?")).isEqualTo("ANSWER");
    }

    @Test
    void theReportIsNotEmptyAndTheBooksAgree() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var tenant = new TenantId(UUID.fromString(state.get("company").orElseThrow()));
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(total("CONVERSATIONS", "VALUE").intValue())
                                .isEqualTo(count("conversations")));

        assertThat(rows("DAY")).hasSizeBetween(7, 9);
        assertThat(rows("BOT_OUTCOME")).contains("CONFIRMED", "ASSUMED", "HANDED_OVER");
        assertThat(rows("AGENT")).contains(Person.CHEN.shown(), Person.TOM.shown());
        assertThat(total("CSAT", "VALUE")).isBetween(0.7, 1.0);
        assertThat(total("BOT_CONTAINMENT", "VALUE")).isBetween(0.3, 0.8);
        assertThat(total("FRT_AGENT", "P50")).isBetween(5.0, 120.0);
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(
                                        reconciliation.check(
                                                tenant, today.minusDays(10), today.plusDays(1)))
                                .isEmpty());
    }

    @Test
    void anAgentFindsWorkOnHerDesk() {
        for (var agent : Stage.AGENTS) {
            var open =
                    OUTSIDE.ask(
                                    signIn(agent),
                                    "{ conversations(filter: {states: [ACTIVE]}) { nodes { assignee { name } messages { nodes { text } } } } }",
                                    Map.of())
                            .only();
            assertThat(open.path("nodes")).hasSize(2);
            assertThat(open.at("/nodes/0/assignee/name").asString()).isEqualTo(agent.shown());
        }
        assertThat(
                        ask("{ conversations(filter: {states: [BOT, QUEUED, WRAP_UP]}) { nodes { id } } }")
                                .path("nodes"))
                .isEmpty();
    }

    @Test
    void whateverWasCutOffIsNotMadeTwice() throws IOException {
        var conversations = count("conversations");
        var tickets = count("tickets");
        var kept =
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("made"))
                        .filter(line -> !line.startsWith("done.") || line.startsWith("done.join"))
                        .toList();
        Files.write(file, kept);

        var again = maker.make(DemoState.in(file, clock.instant()), List.of(SHOP));

        assertThat(again.id()).isEqualTo(channel.id());
        assertThat(count("conversations")).isEqualTo(conversations);
        assertThat(count("tickets")).isEqualTo(tickets);
        assertThat(count("knowledgeEntries")).isEqualTo(65);
        assertThat(count("members")).isEqualTo(4);
    }

    @Test
    void onlyTheOwnerOfTheFolderReadsThePasswords() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(state.password(Person.LIN)).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
    }

    @Test
    void theShopCarriesTheWidgetInBothLanguages() throws Exception {
        var key = String.valueOf(channel.publicKey());
        assertThat(channel.allowedOrigins()).containsExactly(SHOP);
        try (var page = ShopPage.open(0, "http://wenda.example", key);
                var client = HttpClient.newHttpClient()) {
            var chinese = get(client, page.address().resolve("/"));
            assertThat(chinese.body())
                    .contains("<html lang=\"zh-CN\">", "明前西湖龙井")
                    .contains(
                            "<script async src=\"http://wenda.example/w/loader.js\" data-channel=\""
                                    + key
                                    + "\" data-accent=\"#3f6a51\"></script>")
                    .doesNotContain("{{");
            assertThat(get(client, page.address().resolve("/?lang=en")).body())
                    .contains("<html lang=\"en\">", "First-flush Longjing")
                    .doesNotContain("{{");
            assertThat(get(client, page.address().resolve("/nothing")).statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI at) throws Exception {
        return client.send(
                HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String signIn(Person person) {
        return new SignIn(OUTSIDE).token(person.address(), state.password(person));
    }

    private JsonNode ask(String query) {
        return OUTSIDE.ask(token, query, Map.of()).only();
    }

    private int count(String list) {
        return ask("{ " + list + " { totalCount } }").path("totalCount").asInt();
    }

    private String decision(String question) {
        return OUTSIDE.ask(
                        token,
                        "query($q: String!) { askBot(question: $q) { decision } }",
                        Map.of("q", question))
                .only()
                .path("decision")
                .asString();
    }

    private Double total(String metric, String statistic) {
        return report(List.of(), metric, statistic).at("/total/cells/0/value").asDouble();
    }

    private List<String> rows(String dimension) {
        return report(List.of(dimension), "CONVERSATIONS", "VALUE")
                .path("rows")
                .valueStream()
                .map(it -> it.at("/keys/0/value").asString("none"))
                .toList();
    }

    private JsonNode report(List<String> by, String metric, String statistic) {
        Outside.Answer answer =
                OUTSIDE.ask(
                        token,
                        "query($i: ReportInput!) { report(input: $i) { total { cells { value } } rows { keys { value } } } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "from",
                                        clock.instant().minus(Duration.ofDays(10)).toString(),
                                        "to",
                                        clock.instant().plusSeconds(60).toString(),
                                        "by",
                                        by,
                                        "metrics",
                                        List.of(
                                                Map.of(
                                                        "metric",
                                                        metric,
                                                        "statistic",
                                                        statistic)))));
        return answer.only();
    }
}
