package io.wenda.api.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wenda.RunningApplication;
import io.wenda.api.limit.Limits;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.isolation.InstallationKey;
import io.wenda.tenant.isolation.SystemDatabase;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class IssuerTest extends RunningApplication {
    private static final String FLOOD = "127.0.0.2";

    private final IssuerKey key;
    private final SystemDatabase system;
    private final InstallationKey installation;
    private final JdbcClient jdbc;
    private final Limits limits;

    IssuerTest(
            IssuerKey key,
            SystemDatabase system,
            InstallationKey installation,
            JdbcClient jdbc,
            Limits limits) {
        this.limits = limits;
        this.key = key;
        this.system = system;
        this.installation = installation;
        this.jdbc = jdbc;
    }

    @Test
    void anotherStartSignsWithTheSameKey() {
        var afterRestart = new IssuerKey(system, installation);

        assertThat(afterRestart.set().toString(false)).isEqualTo(key.set().toString(false));
        assertThat(key.set().toString(false)).contains("\"d\":");
    }

    @Test
    void theKeyIsStoredSealed() {
        var stored =
                system.jdbc().sql("select sealed from issuer_key").query(byte[].class).single();

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .hasSizeGreaterThan(100)
                .doesNotContain("kty", "\"d\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issuer_key",
                "sign_in_session",
                "oauth2_authorization",
                "oauth2_authorization_consent"
            })
    void requestsNeverReadTheIssuersTables(String table) {
        assertThatThrownBy(
                        () -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
                .rootCause()
                .hasMessageContaining("permission denied for table " + table);
    }

    /** With a session, a code and a token that are made up. */
    @ParameterizedTest
    @CsvSource({
        "GET, /oauth2/authorize?prompt=none",
        "POST, /oauth2/token?grant_type=authorization_code&code=made-up",
        "GET, /userinfo"
    })
    void whoAsksTooOftenIsRefusedAtHerAddressAndNobodyElseIs(String method, String path) {
        var request =
                HttpRequest.newBuilder(OUTSIDE.at(path))
                        .header("Cookie", "wenda_session=made-up")
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        try (var elsewhere =
                HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(FLOOD)).build()) {
            var last = new AtomicReference<HttpResponse<String>>();
            await().until(() -> {
                useUp();
                last.set(elsewhere.send(request, HttpResponse.BodyHandlers.ofString()));
                return last.get().statusCode() == 429;
            });

            assertThat(last.get().headers().firstValue("Retry-After")).hasValue("1");
            assertThat(last.get().body())
                    .contains("temporarily_unavailable", "too many operations: try again later");
        }
        assertThat(OUTSIDE.send(request).statusCode()).isNotEqualTo(429);
    }

    /** A token may come between this and the next request. */
    private void useUp() {
        try {
            while (true) {
                limits.operation(FLOOD);
            }
        } catch (Refusal.LimitReached _) {
            // nothing is left
        }
    }
}
