package io.wenda.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Company;
import io.wenda.RunningApplication;
import io.wenda.testing.PlainBrowser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer carries, and what none does. */
class SurfaceTest extends RunningApplication {
    @Test
    void graphQlAnswersEveryOriginAndNeverWithCredentials() {
        var preflight =
                send(
                        HttpRequest.newBuilder(OUTSIDE.at("/graphql"))
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                                .header("Origin", Company.PAGE)
                                .header("Access-Control-Request-Method", "POST")
                                .header(
                                        "Access-Control-Request-Headers",
                                        "authorization, content-type"));
        var answer =
                send(
                        OUTSIDE.post(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"query\":\"{__typename}\"}"))
                                .header("Origin", Company.PAGE)
                                .header("Cookie", "wenda_session=x"));

        for (var each : new HttpResponse<?>[] {preflight, answer}) {
            assertThat(each.statusCode()).isEqualTo(200);
            assertThat(header(each, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(header(each, "Access-Control-Allow-Credentials")).isEmpty();
            assertThat(header(each, "Set-Cookie")).isEmpty();
        }
        assertThat(header(answer, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/token",
                "/oauth2/jwks",
                "/userinfo",
                "/sign-in",
                "/console/",
                "/livez"
            })
    void nothingElseIsReadByOtherOrigins(String path) {
        var answer = send(HttpRequest.newBuilder(OUTSIDE.at(path)).header("Origin", Company.PAGE));
        var preflight =
                send(
                        HttpRequest.newBuilder(OUTSIDE.at(path))
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                                .header("Origin", Company.PAGE)
                                .header("Access-Control-Request-Method", "POST"));

        assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/oauth2/authorize",
                "/oauth2/authorize?client_id=x",
                "/connect/logout",
                "/userinfo",
                "/console/",
                "/nowhere"
            })
    void cookiesAreOursAloneAndNoScriptReadsThem(String path) {
        for (var method : new String[] {"GET", "POST"}) {
            var answer =
                    send(
                            HttpRequest.newBuilder(OUTSIDE.at(path))
                                    .method(method, HttpRequest.BodyPublishers.noBody()));

            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as(method)
                    .allMatch(it -> it.startsWith("wenda_"))
                    .allMatch(it -> it.contains("HttpOnly") && it.contains("SameSite=Lax"));
            assertThat(answer.body()).doesNotContain("jsessionid", "Exception", "\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "/oauth2/authorize/../../evil",
                "@evil.example",
                " /oauth2/authorize?x"
            })
    void theFormLeadsNowhereElse(String wanted) {
        var company = OUTSIDE.newCompany("Acme");
        var browser = new PlainBrowser(OUTSIDE);

        var back =
                browser.submit(
                        browser.get("/sign-in"),
                        Map.of(
                                "username", company.email(),
                                "password", company.password(),
                                "continue", wanted));

        assertThat(back.location().toString()).isEqualTo(OUTSIDE.base() + "/console/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/console/", "/oauth2/authorize?client_id=x", "/livez"})
    void whatARequestSaysOfAProxyIsNotBelieved(String path) {
        var answer =
                send(
                        HttpRequest.newBuilder(OUTSIDE.at(path))
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-Host", "evil.example")
                                .header("Forwarded", "proto=https;host=evil.example"));

        assertThat(header(answer, "Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().map().toString()).doesNotContain("Secure", "evil");
        assertThat(answer.body()).doesNotContain("evil");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return OUTSIDE.send(request.build());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
