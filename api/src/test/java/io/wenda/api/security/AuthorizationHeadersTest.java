package io.wenda.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.RunningApplication;
import io.wenda.Wire;
import io.wenda.api.token.SignedTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestConstructor;

/** Who asks is said in one header in one way; whoever says it otherwise is nobody, or refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AuthorizationHeadersTest extends RunningApplication {
    private static final String QUERY = "{\"query\":\"{ company { id } }\"}";

    private final SignedTokens signedTokens;
    private Company company;
    private Company other;

    AuthorizationHeadersTest(SignedTokens signedTokens) {
        this.signedTokens = signedTokens;
    }

    @BeforeAll
    void twoCompanies() {
        company = OUTSIDE.newCompany("Acme");
        other = OUTSIDE.newCompany("Borealis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer %s", "bearer %s", "BEARER %s"})
    void theSchemeIsWrittenInAnyCase(String value) {
        var answer = ask("Authorization: " + value.formatted(company.token()));

        assertThat(Wire.status(answer)).isEqualTo(200);
        assertThat(answer).contains(company.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer  %s",
                "Bearer\t%s",
                "Bearer %s x",
                "Bearer %s\r\n folded",
                "Bearer\r\n folded %s",
                "Bearer %s,%s",
                "Bearer %s, Bearer %s",
                "Bearer \"%s\"",
                "Bearer%s",
                "Bearer %s\u00e9",
                "Bearer \u00e9",
                "Bearer %s\u0085",
                "Bearer %s=\u00ff",
                "Bearer %%00%s",
            })
    void aBearerThatIsNotWrittenAsOneIsRefused(String value) {
        var answer = ask("Authorization: " + value.replace("%s", company.token()));

        assertThat(Wire.status(answer)).as(answer).isIn(400, 401);
        assertThat(answer).doesNotContain(company.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%s", "Basic %s", "Digest %s", "DPoP %s", "Bear %s", "\u00e9 %s"})
    void everyOtherSchemeIsNobody(String value) {
        var answer = ask("Authorization: " + value.replace("%s", company.token()));

        assertThat(answer).contains("UNAUTHENTICATED").doesNotContain(company.id());
    }

    @Test
    void twoHeadersAreOneTooMany() {
        var hers = "Authorization: Bearer " + company.token();
        for (var second :
                List.of(
                        "Authorization: Bearer " + other.token(),
                        "authorization: Bearer nonsense",
                        "AUTHORIZATION: Basic eDp5",
                        "Authorization:",
                        hers)) {
            for (var both : List.of(hers + "\r\n" + second, second + "\r\n" + hers)) {
                var answer = ask(both);

                assertThat(Wire.status(answer)).as(both).isEqualTo(400);
                assertThat(answer).doesNotContain(company.id(), other.id());
            }
        }
    }

    @Test
    void aTokenInTheAddressOrTheBodyIsNone() {
        var token = company.token();
        var form = "access_token=" + token;

        var inAddress = post("/graphql?access_token=" + token, "application/json", QUERY, "");
        var inForm = post("/graphql", "application/x-www-form-urlencoded", form, "");
        var inBody =
                post(
                        "/graphql",
                        "application/json",
                        QUERY.replace("}\"}", "}\",\"access_token\":\"" + token + "\"}"),
                        "");
        var inCookie =
                post(
                        "/graphql",
                        "application/json",
                        QUERY,
                        "Cookie: access_token=%1$s; wenda_session=%1$s\r\n".formatted(token));

        for (var answer : List.of(inAddress, inBody, inCookie)) {
            assertThat(answer).contains("UNAUTHENTICATED").doesNotContain(company.id());
        }
        assertThat(Wire.status(inForm)).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: \u00e9",
                "Origin: \u0085",
                "Accept: \u0090",
                "User-Agent: \u00ff",
                "X-\u00e9: x",
                "Accept: a;b;c/",
                "Content-Type: \u00e9",
                "Accept-Language: ,,;;q=x",
                "X-Forwarded-For: \u00e9, ;",
                "Cookie: x=\u0085; ;=;"
            })
    void oddHeadersNeverFailOnOurSide(String header) {
        var answer = ask("Authorization: Bearer " + company.token() + "\r\n" + header);

        assertThat(Wire.status(answer)).as(answer).isBetween(200, 499);
    }

    @Test
    void aRememberedTokenEndsInTime() {
        var visitor = company.newVisitor(company.newChannel(false).path("publicKey").asString());
        var claims = signedTokens.verify(SignedTokens.Kind.VISITOR, visitor.token()).orElseThrow();
        var until = Instant.now().plusSeconds(3);
        var brief = signedTokens.sign(SignedTokens.Kind.VISITOR, claims.getClaims(), until);
        var header = "Origin: " + Company.PAGE + "\r\nAuthorization: Bearer " + brief;
        assertThat(Wire.status(ask(header))).isEqualTo(200);

        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(10))
                .until(() -> Wire.status(ask(header)) == 401);

        // a JWT counts whole seconds
        assertThat(Instant.now()).isBetween(until.minusSeconds(1), until.plusSeconds(3));
    }

    @Test
    void aRememberedVisitorsTokenIsStillBoundToItsOrigin() {
        var visitor = company.newVisitor(company.newChannel(false).path("publicKey").asString());
        var header = "Authorization: Bearer " + visitor.token();
        assertThat(Wire.status(ask(header + "\r\nOrigin: " + Company.PAGE))).isEqualTo(200);

        assertThat(Wire.status(ask(header + "\r\nOrigin: https://evil.example"))).isEqualTo(401);
        assertThat(Wire.status(ask(header))).isEqualTo(401);
    }

    @Test
    void aRememberedProgramIsGoneWithItsKey() {
        var key =
                company.ask(
                                """
                                mutation { createApiKey(input: {name: "ci", roles: [EDITOR]}) {
                                  clientId clientSecret userErrors { code } } }
                                """)
                        .done();
        var token =
                Programs.token(
                        OUTSIDE,
                        key.path("clientId").asString(),
                        key.path("clientSecret").asString());
        var program = OUTSIDE.ask(token, "{ viewer { ... on Program { id } } }", Map.of()).only();

        company.ask(
                        "mutation($id: ID!) { revokeApiKey(input: {apiKeyId: $id}) { userErrors { code } } }",
                        Map.of("id", program.path("id").asString()))
                .done();

        assertThat(Wire.status(ask("Authorization: Bearer " + token))).isEqualTo(401);
    }

    private static String ask(String headers) {
        return post("/graphql", "application/json", QUERY, headers + "\r\n");
    }

    private static String post(String path, String type, String body, String headers) {
        return Wire.exchange(
                OUTSIDE,
                """
                POST %s HTTP/1.1\r
                Host: localhost:%d\r
                Content-Type: %s\r
                Accept: application/graphql-response+json, application/json;q=0.9\r
                Content-Length: %d\r
                Connection: close\r
                %s\r
                %s\
                """
                        .formatted(
                                path,
                                OUTSIDE.at("/").getPort(),
                                type,
                                body.length(),
                                headers,
                                body));
    }
}
