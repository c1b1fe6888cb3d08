package io.wenda.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import io.wenda.Wenda;
import io.wenda.analytics.reconciliation.Reconciliation;
import io.wenda.embedded.Binaries;
import io.wenda.embedded.EngineKind;
import io.wenda.embedded.Engines;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.testing.SignIn;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/**
 * New engines, filled from a backup of those that run: everything is there, everybody sees her own
 * alone, and the warehouse agrees although it is of another moment than the database.
 */
class RestoreTest extends RunningApplication {
    private static final EnumSet<EngineKind> ALL = EnumSet.allOf(EngineKind.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String QUESTION = "How long does a refund take?";
    private static final String ANSWER = "Five working days.";

    private final Environment environment;

    RestoreTest(@Autowired Environment environment) {
        this.environment = environment;
    }

    @Test
    void whatIsRestoredWorksAndAgreesAndKeepsCompaniesApart(@TempDir Path folder) throws Exception {
        try (var engines =
                Engines.on(folder.resolve("data"), Binaries.find(null), line -> {}).start(ALL)) {
            var tea = company("Tea " + UUID.randomUUID());
            var ink = company("Ink " + UUID.randomUUID());
            converse(tea);
            converse(ink);
            var source = source();
            awaitShipped(source, tea);
            awaitShipped(source, ink);

            var backup = folder.resolve("backup");
            Files.createDirectories(backup);
            new Warehouse(source.access()).backUp(backup.resolve("clickhouse"));
            // it is of an earlier moment than the database, as in every backup
            converse(tea);
            awaitShipped(source, tea);
            var rows = backUpInAQuietMoment(source, tea, backup.resolve("postgres"));
            Contents.write(backup);

            engines.await(EngineKind.POSTGRES, PATIENCE);
            engines.await(EngineKind.CLICKHOUSE, PATIENCE);
            var restored = Installation.on(folder.resolve("data"), OUTSIDE);
            Backup.in(backup).restore(restored.data(), restored.access());

            assertThat(restored.rows(tea.tenant())).isEqualTo(rows);
            assertThat(restored.rights()).containsExactlyElementsOf(source.rights());
            assertThat(restored.events(tea.tenant()))
                    .isNotEmpty()
                    .hasSizeLessThan(source.events(tea.tenant()).size());
            somethingThatNeverHappened(restored, tea);

            engines.awaitAll(PATIENCE);
            try (var application = start(engines, folder)) {
                var door =
                        new Outside(application.getEnvironment().getProperty("wenda.public-url"));
                theWarehouseAgrees(application, source, restored, tea, ink);
                companiesAreApart(engines, tea, ink);
                itWorks(door, restored, tea);
            }
        }
    }

    /** Of a moment in which none of the company's queues moved, so that its rows are known. */
    private static Map<String, String> backUpInAQuietMoment(
            Installation source, Known known, Path target) throws Exception {
        var before = source.rows(known.tenant());
        new Database(source.access()).backUp(target);
        while (!source.rows(known.tenant()).equals(before)) {
            before = source.rows(known.tenant());
            Contents.delete(target);
            new Database(source.access()).backUp(target);
        }
        return before;
    }

    private record Known(
            Company company, UUID tenant, String channel, List<String> conversations) {}

    /** The engines that the shared application runs on, wherever they were started. */
    private Installation source() throws Exception {
        var login =
                new DriverManagerDataSource(environment.getRequiredProperty("wenda.postgres.url"));
        assertThat(login.getUrl()).contains("127.0.0.1");
        return Installation.on(dataFolder(), OUTSIDE);
    }

    private Path dataFolder() {
        var request =
                HttpRequest.newBuilder(
                                URI.create(environment.getRequiredProperty("wenda.clickhouse.url")))
                        .header(
                                "X-ClickHouse-User",
                                environment.getRequiredProperty("wenda.clickhouse.user"))
                        .header(
                                "X-ClickHouse-Key",
                                environment.getRequiredProperty("wenda.clickhouse.password"))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "select path from system.disks where name = 'default'"));
        var data = Path.of(OUTSIDE.send(request.build()).body().strip());
        return data.getParent().getParent();
    }

    private Known company(String name) throws Exception {
        var company = OUTSIDE.newCompany(name);
        company.knows(QUESTION, ANSWER);
        var channel = company.newChannel(true).path("publicKey").asString();
        return new Known(company, source().tenant(name), channel, new ArrayList<>());
    }

    /** A customer is answered by the bot, and the conversation is closed. */
    private static void converse(Known known) {
        var visitor = known.company().newVisitor(known.channel());
        var conversation = visitor.says(QUESTION).at("/conversation/id").asString();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(texts(known.company(), conversation))
                                .containsExactly(QUESTION, ANSWER));
        known.company()
                .ask(
                        "mutation($c: ID!) { closeConversation(input: {conversationId: $c, outcome: RESOLVED}) { conversation { state } userErrors { code message } } }",
                        Map.of("c", conversation))
                .done();
        known.conversations().add(conversation);
    }

    private static List<String> texts(Company company, String conversation) {
        return company.ask(
                        "query($c: ID!) { conversation(id: $c) { messages { nodes { text } } } }",
                        Map.of("c", conversation))
                .only()
                .at("/messages/nodes")
                .valueStream()
                .map(it -> it.path("text").asString())
                .toList();
    }

    private static void awaitShipped(Installation installation, Known known) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(installation.events(known.tenant()))
                            .hasSize(written(installation, known));
                    assertThat(installation.facts("conversation_facts final", known.tenant()))
                            .isEqualTo(installation.facts("conversation_history", known.tenant()));
                });
    }

    private static int written(Installation installation, Known known) {
        return installation
                .database()
                .sql("select count(*) from outbox where tenant_id = ?")
                .param(known.tenant())
                .query(Integer.class)
                .single();
    }

    /** As if the warehouse had gone on after the moment that the database was taken back to. */
    private static void somethingThatNeverHappened(Installation restored, Known known) {
        restored.warehouse(
                """
                insert into raw_events (tenant_id, event_id, ship_id, event_number, type, occurred_at,
                  conversation_id, conversation_version, payload)
                select tenant_id, generateUUIDv4(), '%s', 1000 + event_number, type, occurred_at,
                  conversation_id, conversation_version + 100, payload
                from raw_events where tenant_id = '%s'
                """
                        .formatted(NewId.next(), known.tenant()));
        restored.warehouse(
                "insert into conversation_facts select * from conversation_history where tenant_id = '%s'"
                        .formatted(known.tenant()));
    }

    private ConfigurableApplicationContext start(Engines engines, Path folder) throws Exception {
        var port = freePort();
        var settings = new ArrayList<String>();
        engines.properties(ALL).forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings.add("--server.port=" + port);
        settings.add("--wenda.public-url=http://localhost:" + port);
        settings.add("--wenda.data=" + folder.resolve("data"));
        settings.add("--spring.jmx.enabled=false");
        return new SpringApplicationBuilder(Wenda.class).run(settings.toArray(String[]::new));
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void theWarehouseAgrees(
            ConfigurableApplicationContext application,
            Installation source,
            Installation restored,
            Known... companies) {
        await().atMost(PATIENCE).until(() -> isSettled(restored));
        var today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        for (var known : companies) {
            assertThat(restored.events(known.tenant())).isEqualTo(source.events(known.tenant()));
            assertThat(restored.facts("conversation_facts final", known.tenant()))
                    .isEqualTo(restored.facts("conversation_history", known.tenant()))
                    .isEqualTo(source.facts("conversation_facts final", known.tenant()));
            assertThat(
                            application
                                    .getBean(Reconciliation.class)
                                    .check(
                                            new TenantId(known.tenant()),
                                            today.minusDays(1),
                                            today.plusDays(2)))
                    .isEmpty();
        }
    }

    private static boolean isSettled(Installation restored) {
        return restored.database()
                .sql("select not restored from shipping_cluster")
                .query(Boolean.class)
                .single();
    }

    private static void companiesAreApart(Engines engines, Known tea, Known ink) throws Exception {
        var settings = engines.properties(EnumSet.of(EngineKind.POSTGRES));
        var login =
                new SingleConnectionDataSource(
                        settings.get("wenda.postgres.url"),
                        "wenda_app",
                        settings.get("wenda.postgres.app-password"),
                        true);
        try {
            var requests = JdbcClient.create(login);
            var count = "select count(*) from conversation where tenant_id = ?";
            assertThatThrownBy(() ->
                            requests.sql(count).param(tea.tenant()).query(Integer.class).single())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("wenda.tenant_id");
            requests.sql("select set_config('wenda.tenant_id', ?, false)")
                    .param(ink.tenant().toString())
                    .query(String.class)
                    .single();
            assertThat(requests.sql(count).param(ink.tenant()).query(Integer.class).single())
                    .isEqualTo(1);
            assertThat(requests.sql(count).param(tea.tenant()).query(Integer.class).single())
                    .isZero();
        } finally {
            login.destroy();
        }
    }

    private static void itWorks(Outside door, Installation restored, Known known) {
        var before = known.company();
        var token = new SignIn(door).token(before.email(), before.password());
        var company =
                new Company(
                        door,
                        before.id(),
                        before.owner(),
                        before.email(),
                        before.password(),
                        token);
        for (var conversation : known.conversations()) {
            assertThat(texts(company, conversation)).containsExactly(QUESTION, ANSWER);
        }
        // the search index is a new one
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        company.ask(
                                                        "{ askBot(question: \"%s\") { text } }"
                                                                .formatted(QUESTION))
                                                .only()
                                                .path("text")
                                                .asString(""))
                                .isEqualTo(ANSWER));
        converse(new Known(company, known.tenant(), known.channel(), known.conversations()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(conversations(company)).isEqualTo(3));
        awaitShipped(restored, known);
        // each once, numbered on from those of before
        var numbers =
                restored.warehouse(
                        "select event_number from raw_events where tenant_id = '%s' order by 1"
                                .formatted(known.tenant()));
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size())
                                .mapToObj(Integer::toString)
                                .toList());
    }

    private static int conversations(Company company) {
        JsonNode total =
                company.ask(
                                "query($i: ReportInput!) { report(input: $i) { total { cells { value } } } }",
                                Map.of(
                                        "i",
                                        Map.of(
                                                "from", Instant.now().minusSeconds(3600).toString(),
                                                "to", Instant.now().plusSeconds(3600).toString(),
                                                "metrics",
                                                        List.of(
                                                                Map.of(
                                                                        "metric",
                                                                        "CONVERSATIONS")))))
                        .only();
        return total.at("/total/cells/0/value").asInt();
    }
}
