package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import net.ttddyy.observation.tracing.QueryTracingObservationHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.ApplicationContext;

/** What operators see on a port of their own, and nobody on the public one. */
class OperatorsDoorTest extends RunningApplication {
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalManagementPort int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wenda_message_accepted_total",
                "wenda_message_acknowledge_seconds_bucket",
                "wenda_message_batch_count",
                "wenda_message_waiting",
                "wenda_live_delay_seconds_count",
                "wenda_live_watches",
                "wenda_bot_decision_seconds_count",
                "wenda_routing_wait_seconds_count",
                "wenda_report_query_seconds_count",
                "wenda_database_waiting",
                "wenda_analytics_lag_seconds",
                "wenda_analytics_differences",
                "wenda_knowledge_refused",
                "wenda_operation_waiting",
                "wenda_engine_up{engine=\"postgres\"} 1.0",
                "wenda_engine_up{engine=\"clickhouse\"} 1.0",
                "wenda_engine_up{engine=\"opensearch\"} 1.0",
                "wenda_engine_state{engine=\"postgres\",state=\"disk_full\"} 0.0"
            })
    void metricsBearTheProductsWords(String metric) throws Exception {
        var metrics = get(own("/actuator/prometheus"));

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("\n" + metric);
    }

    /** With others there is one, see RedisNodesTest. */
    @Test
    void aSingleNodeSaysNothingOfOthers() throws Exception {
        assertThat(get(own("/actuator/prometheus")).body()).doesNotContain("wenda_nodes_connected");
    }

    @Test
    void whatOnlyTheStartNeededIsCollected() throws Exception {
        assertThat(get(own("/actuator/prometheus")).body())
                .containsPattern("jvm_gc_pause_seconds_count\\{[^}]*cause=\"System\\.gc\\(\\)\"");
    }

    @Test
    void healthIsThereToo() throws Exception {
        var health = Outside.JSON.readTree(get(own("/actuator/health")).body());

        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(List.of("postgres", "clickhouse", "opensearch"))
                .allSatisfy(engine -> {
                    var details = health.path("components").path(engine).path("details");
                    assertThat(details.path("state").asString()).isIn("up", "slow");
                    assertThat(details.propertyNames()).containsOnly("state", "since");
                });
    }

    @Test
    void nothingIsThereForTracesThatNobodyCollects(@Autowired ApplicationContext application) {
        assertThat(application.getBeansOfType(Tracer.class)).isEmpty();
        assertThat(application.getBeansOfType(OpenTelemetry.class)).isEmpty();
        assertThat(application.getBeansOfType(QueryTracingObservationHandler.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator", "/actuator/prometheus", "/actuator/env", "/actuator/health"})
    void thePublicPortHasNoneOfIt(String path) throws Exception {
        assertThat(get(OUTSIDE.at(path)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void thePublicPortTellsWhetherItServes(String path) throws Exception {
        var answer = get(OUTSIDE.at(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private URI own(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
