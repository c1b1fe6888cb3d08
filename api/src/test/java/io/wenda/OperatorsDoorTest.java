package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What operators see on a port of their own, and nobody on the public one. */
class OperatorsDoorTest extends RunningApplication {
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalManagementPort int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wenda_message_acknowledge_seconds_bucket",
                "wenda_message_batch_count",
                "wenda_message_waiting",
                "wenda_live_delay_seconds_count",
                "wenda_live_watches",
                "wenda_bot_decision_seconds_count",
                "wenda_routing_wait_seconds_count",
                "wenda_report_query_seconds_count",
                "wenda_database_waiting",
                "wenda_analytics_lag_seconds"
            })
    void metricsBearTheProductsWords(String metric) throws Exception {
        var metrics = get(own("/actuator/prometheus"));

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("\n" + metric);
    }

    @Test
    void healthIsThereToo() throws Exception {
        assertThat(get(own("/actuator/health")).body()).contains("\"status\":\"UP\"");
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
