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

/** Whoever asks the issuer about a token, or to revoke one, learns and ends nothing of others. */
class AskedTokensTest extends RunningApplication {
    private record Program(String id, String secret) {
        static Program of(Company company) {
            var key =
                    company.ask(
                                    "mutation { createApiKey(input: {name: \"ci\", roles: [ADMIN]}) { clientId clientSecret userErrors { code } } }")
                            .done();
            return new Program(
                    key.path("clientId").asString(), key.path("clientSecret").asString());
        }

        String token() {
            return Programs.token(OUTSIDE, id, secret);
        }
    }

    @Test
    void noTokenOfAnotherCompanyIsToldOfOrRevoked() {
        var company = OUTSIDE.newCompany("Acme");
        var others = Program.of(OUTSIDE.newCompany("Other"));
        var visitor = company.newVisitor(company.newChannel(false).path("publicKey").asString());
        var program = Program.of(company).token();

        for (var token : new String[] {program, company.token(), visitor.token(), "nonsense"}) {
            var told = ask("/oauth2/introspect", others, token);
            var revoked = ask("/oauth2/revoke", others, token);

            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(told.body()).isEqualTo("{\"active\":false}");
            // RFC 7009: a token of another client is refused, an unknown one is no fault
            assertThat(revoked.statusCode()).isIn(200, 400);
            assertThat(revoked.body()).isIn("", "{\"error\":\"invalid_client\"}");
        }
        var ask = "{ viewer { __typename } }";
        assertThat(OUTSIDE.ask(program, ask, Map.of()).status()).isEqualTo(200);
        assertThat(company.ask(ask).status()).isEqualTo(200);
        assertThat(visitor.ask(ask, Map.of()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/introspect", "/oauth2/revoke"})
    void nobodyAsksWithoutASecret(String path) {
        var program = Program.of(OUTSIDE.newCompany("Acme"));
        var token = program.token();

        for (var asking :
                new Program[] {
                    new Program(program.id(), "wrong"),
                    new Program("wenda-console", ""),
                    new Program("nobody", "x")
                }) {
            var answer = ask(path, asking, token);

            assertThat(answer.statusCode()).as(asking.id()).isIn(400, 401);
            assertThat(answer.body()).doesNotContain("active", "company");
        }
        assertThat(OUTSIDE.ask(token, "{ viewer { __typename } }", Map.of()).status())
                .isEqualTo(200);
    }

    private static HttpResponse<String> ask(String path, Program asking, String token) {
        var fields =
                Map.of("client_id", asking.id(), "client_secret", asking.secret(), "token", token);
        return OUTSIDE.send(
                HttpRequest.newBuilder(OUTSIDE.at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(PlainBrowser.encoded(fields)))
                        .build());
    }
}
