package io.wenda.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.wenda.RunningApplication;
import io.wenda.testing.CodeFlow;
import io.wenda.testing.PlainBrowser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The console as a client of the issuer: codes, tokens, silent renewal, signing out. */
class ConsoleSignInTest extends RunningApplication {
    private static final String VIEWER = "{ viewer { ... on Member { id email roles } } }";

    private final CodeFlow flow = new CodeFlow(OUTSIDE);
    private final PlainBrowser browser = new PlainBrowser(OUTSIDE);

    @Test
    void aBrowserWithoutScriptSignsInAndGetsAToken() throws ParseException {
        var company = OUTSIDE.newCompany("Acme");

        var back = flow.signIn(browser, company.email(), company.password());
        assertThat(back.location().toString()).startsWith(flow.redirect() + "?");
        assertThat(back.query("state")).isEqualTo("s");
        var tokens = flow.exchange(String.valueOf(back.query("code")));

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.body().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(tokens.body().path("expires_in").asInt()).isBetween(1790, 1800);
        assertThat(tokens.body().has("refresh_token")).isFalse();
        var token = tokens.body().path("access_token").asString();
        assertThat(OUTSIDE.ask(token, VIEWER, Map.of()).only().path("email").asString())
                .isEqualTo(company.email());
        var jwt = SignedJWT.parse(token);
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo(OUTSIDE.base());
        assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("wenda-api");
        assertThat(jwt.getJWTClaimsSet().getClaims()).doesNotContainKey("roles");
    }

    @Test
    void theIssuerIsThePublicUrlWhateverHostIsAsked() {
        var other = OUTSIDE.base().replace("localhost", "127.0.0.1");

        var discovery = browser.get(URI.create(other + "/.well-known/openid-configuration"));

        assertThat(discovery.body()).contains("\"issuer\":\"" + OUTSIDE.base() + "\"");
        assertThat(discovery.body())
                .contains("\"token_endpoint\":\"" + OUTSIDE.base() + "/oauth2/token\"");
    }

    @Test
    void theConsoleRenewsSilentlyAsLongAsTheSessionLasts() {
        var company = OUTSIDE.newCompany("Acme");
        flow.signIn(browser, company.email(), company.password());

        var silent = browser.get(flow.path(Map.of("prompt", "none")));

        assertThat(silent.location().toString()).startsWith(flow.redirect() + "?");
        assertThat(flow.exchange(String.valueOf(silent.query("code"))).status()).isEqualTo(200);
        var out = browser.submit(browser.get("/sign-out"), Map.of());
        assertThat(out.location().getPath()).isEqualTo("/sign-in");
        assertThat(browser.get(flow.path(Map.of("prompt", "none"))).query("error"))
                .isEqualTo("login_required");
    }

    @Test
    void theConsoleSignsOutWithItsIdToken() {
        var company = OUTSIDE.newCompany("Acme");
        var code =
                String.valueOf(
                        flow.signIn(browser, company.email(), company.password()).query("code"));
        var idToken = flow.exchange(code).body().path("id_token").asString();

        var out =
                browser.get(
                        "/connect/logout?"
                                + PlainBrowser.encoded(
                                        Map.of(
                                                "id_token_hint",
                                                idToken,
                                                "post_logout_redirect_uri",
                                                OUTSIDE.base() + "/console/")));

        assertThat(out.location().toString()).isEqualTo(OUTSIDE.base() + "/console/");
        assertThat(browser.get(flow.path(Map.of("prompt", "none"))).query("error"))
                .isEqualTo("login_required");
    }

    @Test
    void aSignedOutSessionIsOverEvenForWhoeverKeptItsCookie() {
        var company = OUTSIDE.newCompany("Acme");
        flow.signIn(browser, company.email(), company.password());
        var kept = String.valueOf(browser.cookies().get("wenda_session"));
        browser.submit(browser.get("/sign-out"), Map.of());

        browser.cookies().put("wenda_session", kept);

        assertThat(browser.get(flow.path(Map.of("prompt", "none"))).query("error"))
                .isEqualTo("login_required");
    }

    @Test
    void everySignInHasASessionKeyOfItsOwn() {
        var company = OUTSIDE.newCompany("Acme");
        browser.cookies().put("wenda_session", "planted");

        flow.signIn(browser, company.email(), company.password());
        var first = browser.cookies().get("wenda_session");
        flow.signIn(browser, company.email(), company.password());

        assertThat(first).isNotEqualTo("planted");
        assertThat(browser.cookies().get("wenda_session")).isNotEqualTo(first);
    }

    @Test
    void withoutItsVerifierACodeIsWorthNothing() {
        var company = OUTSIDE.newCompany("Acme");

        var stolen = flow.signIn(browser, company.email(), company.password()).query("code");
        var answer = flow.exchange(String.valueOf(stolen), new CodeFlow(OUTSIDE).verifier());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeIsGoodOnce() {
        var company = OUTSIDE.newCompany("Acme");
        var code =
                String.valueOf(
                        flow.signIn(browser, company.email(), company.password()).query("code"));

        assertThat(flow.exchange(code).status()).isEqualTo(200);
        assertThat(flow.exchange(code).status()).isEqualTo(400);
    }

    @Test
    void theIssuerTellsTheConsoleWhoseTokenItIs() throws ParseException {
        var company = OUTSIDE.newCompany("Acme");
        var request =
                HttpRequest.newBuilder(OUTSIDE.at("/userinfo"))
                        .header("Authorization", "Bearer " + company.token())
                        .build();

        var answer = OUTSIDE.send(request);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(SignedJWT.parse(company.token()).getJWTClaimsSet().getSubject());
    }

    @Test
    void anAuthorizationWithoutPkceIsRefused() {
        var path = flow.path(Map.of("code_challenge", "", "code_challenge_method", ""));

        assertThat(browser.get(path).query("error")).isEqualTo("invalid_request");
        var plain = flow.path(Map.of("code_challenge_method", "plain"));
        assertThat(browser.get(plain).query("error")).isEqualTo("invalid_request");
    }

    @Test
    void nothingIsEverSentToAForeignAddress() {
        for (var address :
                List.of(
                        "https://evil.example/console/callback",
                        OUTSIDE.base() + "/console/callback/../x",
                        OUTSIDE.base().replace("localhost", "127.0.0.1") + "/console/callback")) {
            var answer = browser.get(flow.path(Map.of("redirect_uri", address)));

            assertThat(answer.status()).as(address).isEqualTo(400);
        }
        var company = OUTSIDE.newCompany("Acme");
        var form = browser.get("/sign-in");
        var back =
                browser.submit(
                        form,
                        Map.of(
                                "username", company.email(),
                                "password", company.password(),
                                "continue", "https://evil.example/oauth2/authorize?"));
        assertThat(back.location().toString()).isEqualTo(OUTSIDE.base() + "/console/");
    }
}
