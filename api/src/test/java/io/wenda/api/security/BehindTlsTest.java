package io.wenda.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Outside;
import io.wenda.Wenda;
import io.wenda.Wire;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * An installation whose proxy speaks TLS: its public URL says so, and no header of a request can
 * say otherwise. On Kubernetes, where Spring Boot would believe such headers.
 */
@SpringBootTest(
        classes = Wenda.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "wenda.public-url=https://support.example",
            "wenda.embedded.throwaway=true",
            "wenda.data=${wenda.test.folder:target}/data",
            "spring.main.cloud-platform=kubernetes"
        })
@DirtiesContext
class BehindTlsTest {
    private static final Pattern COOKIE = Pattern.compile("(?i)Set-Cookie: ([^\r\n]*)");
    private static final List<String> LIES =
            List.of(
                    "",
                    "X-Forwarded-Proto: http\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Port: 666\r\nX-Forwarded-Prefix: /evil\r\n",
                    "X-Forwarded-Proto: https\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-For: 6.6.6.6\r\n",
                    "Forwarded: proto=http;host=evil.example;for=6.6.6.6\r\n");

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql",
                "/sign-in",
                "/sign-out",
                "/oauth2/jwks",
                "/oauth2/authorize?client_id=x",
                "/oauth2/authorize?response_type=code&client_id=wenda-console&scope=openid&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&redirect_uri=https://support.example/console/callback",
                "/.well-known/openid-configuration",
                "/connect/logout",
                "/console/",
                "/w/loader.js",
                "/livez",
                "/nowhere"
            })
    void browsersAreToldToComeEncryptedAndCookiesAreSecure(String path) {
        for (var lie : LIES) {
            var answer = get(path, lie);

            assertThat(answer)
                    .as(lie)
                    .containsIgnoringCase("Strict-Transport-Security: max-age=31536000\r\n")
                    .doesNotContain("evil", ":666", "6.6.6.6", "http://support.example");
            assertThat(COOKIE.matcher(answer).results().map(it -> it.group(1)))
                    .as(lie)
                    .allMatch(it -> it.contains("; Secure") && it.contains("; HttpOnly"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-out"})
    void thePagesDoSetCookies(String path) {
        assertThat(get(path, "")).containsPattern(COOKIE);
    }

    private String get(String path, String headers) {
        return Wire.exchange(
                new Outside("http://localhost:" + port),
                "GET %s HTTP/1.1\r\nHost: support.example\r\nConnection: close\r\n%s\r\n"
                        .formatted(path, headers));
    }
}
