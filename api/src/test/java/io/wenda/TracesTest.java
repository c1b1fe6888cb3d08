package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A collector of traces sees where the time of a request went, and nothing of what it was about.
 */
@SpringBootTest(classes = Wenda.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@DirtiesContext
class TracesTest {
    private static final int PORT = RunningApplication.freePort();
    private static final Outside OUTSIDE = new Outside("http://localhost:" + PORT);
    private static final List<Span> COLLECTED = new CopyOnWriteArrayList<>();
    private static final HttpServer COLLECTOR = collector();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
        settings.add("wenda.embedded.throwaway", () -> true);
        settings.add("wenda.data", () -> "${wenda.test.folder:target}/data");
        settings.add(
                "wenda.tracing.endpoint",
                () -> "http://127.0.0.1:" + COLLECTOR.getAddress().getPort() + "/v1/traces");
    }

    private static HttpServer collector() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/v1/traces",
                    exchange -> {
                        var sent = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
                        sent.getResourceSpansList()
                                .forEach(resource ->
                                        resource.getScopeSpansList()
                                                .forEach(scope ->
                                                        COLLECTED.addAll(scope.getSpansList())));
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void end() {
        COLLECTOR.stop(0);
    }

    @Test
    void aTraceGoesFromItsCallerThroughTheOperationToTheEngines() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var visitor = company.newVisitor(company.newChannel(false).path("publicKey").asString());
        var text = "My number is 0151-2345678";
        visitor.says(text); // opens the conversation: the next one shares its commit

        var message =
                traced(
                        visitor.token(),
                        """
                        mutation Say($i: SendMessageInput!) {
                          sendMessage(input: $i) { message { seq } userErrors { code } }
                        }
                        """,
                        Map.of("i", Map.of("clientMessageId", "second", "text", text)));
        var report =
                traced(
                        company.token(),
                        "query Day($i: ReportInput!) { report(input: $i) { total { cells { value } } } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "from", Instant.now().minusSeconds(3600).toString(),
                                        "to", Instant.now().plusSeconds(3600).toString(),
                                        "metrics", List.of(Map.of("metric", "CONVERSATIONS")))));
        var question =
                traced(
                        company.token(),
                        "query Ask($q: String!) { askBot(question: $q) { decision } }",
                        Map.of("q", text));

        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(names(message))
                            .contains("http post /graphql", "graphql mutation Say", "query");
                    assertThat(sql(message)).anyMatch(it -> it.contains("insert into message"));
                    assertThat(names(report))
                            .contains("graphql query Day", "clickhouse report", "query");
                    assertThat(names(question)).contains("graphql query Ask", "opensearch search");
                });
        assertThat(List.of(message, report, question)).allSatisfy(TracesTest::hangsTogether);
        assertThat(COLLECTED.toString())
                .doesNotContain(text, company.id(), company.email(), visitor.token());
    }

    /** Sends it as a part of a new trace, whose id is returned. */
    private static String traced(String token, String query, Map<String, ?> variables) {
        var trace = UUID.randomUUID().toString().replace("-", "");
        var body = Map.of("query", query, "variables", variables);
        var answer =
                OUTSIDE.send(
                        OUTSIDE.post(BodyPublishers.ofString(Outside.JSON.writeValueAsString(body)))
                                .header("Authorization", "Bearer " + token)
                                .header("Origin", Company.PAGE)
                                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                                .build());
        assertThat(answer.body()).doesNotContain("errors");
        return trace;
    }

    private static List<Span> of(String trace) {
        return COLLECTED.stream()
                .filter(span ->
                        HexFormat.of().formatHex(span.getTraceId().toByteArray()).equals(trace))
                .toList();
    }

    private static List<String> names(String trace) {
        return of(trace).stream().map(Span::getName).toList();
    }

    private static List<String> sql(String trace) {
        return of(trace).stream()
                .flatMap(span -> span.getAttributesList().stream())
                .filter(attribute -> attribute.getKey().startsWith("jdbc.query"))
                .map(attribute -> attribute.getValue().getStringValue())
                .toList();
    }

    /** Each span's parent is another one, but for the first, whose parent is the caller's. */
    private static void hangsTogether(String trace) {
        var ids = new HashSet<String>();
        of(trace).forEach(span -> ids.add(hex(span.getSpanId().toByteArray())));
        ids.add("00f067aa0ba902b7");
        assertThat(of(trace))
                .allSatisfy(span ->
                        assertThat(ids).contains(hex(span.getParentSpanId().toByteArray())));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
