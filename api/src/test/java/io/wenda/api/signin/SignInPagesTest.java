package io.wenda.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.wenda.CodeFlow;
import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.Outside;
import io.wenda.PlainBrowser;
import io.wenda.RunningApplication;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;

@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SignInPagesTest extends RunningApplication {
    private static final String VIEWER = "{ viewer { ... on Member { id email roles } } }";

    private final MailsWanted mails;
    private final CodeFlow flow = new CodeFlow(OUTSIDE);
    private final PlainBrowser browser = new PlainBrowser(OUTSIDE);

    SignInPagesTest(MailsWanted mails) {
        this.mails = mails;
    }

    @Test
    void aBrowserWithoutScriptSignsInAndGetsAToken() throws ParseException {
        var company = OUTSIDE.newCompany("Acme");

        var back = signIn(company.email(), company.password());
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
    void otherLoopbackHostsLeadToThePublicUrl() {
        var other = OUTSIDE.base().replace("localhost", "127.0.0.1");

        var page = browser.get(URI.create(other + "/sign-in?lang=en"));

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location().toString()).isEqualTo(OUTSIDE.base() + "/sign-in?lang=en");
    }

    @Test
    void aWrongPasswordSignsNobodyIn() {
        var company = OUTSIDE.newCompany("Acme");

        var back = signIn(company.email(), "wrong");

        assertThat(back.location().getPath()).isEqualTo("/sign-in");
        assertThat(back.query("error")).isEqualTo("wrong");
        assertThat(browser.get(back.location()).body())
                .contains("The address or the password is not right.");
        assertThat(browser.cookies()).doesNotContainKey("wenda_session");
        var silent = browser.get(flow.path(Map.of("prompt", "none")));
        assertThat(silent.query("error")).isEqualTo("login_required");
    }

    @Test
    void theConsoleRenewsSilentlyAsLongAsTheSessionLasts() {
        var company = OUTSIDE.newCompany("Acme");
        signIn(company.email(), company.password());

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
        var code = String.valueOf(signIn(company.email(), company.password()).query("code"));
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
        signIn(company.email(), company.password());
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

        signIn(company.email(), company.password());
        var first = browser.cookies().get("wenda_session");
        signIn(company.email(), company.password());

        assertThat(first).isNotEqualTo("planted");
        assertThat(browser.cookies().get("wenda_session")).isNotEqualTo(first);
    }

    @Test
    void withoutItsVerifierACodeIsWorthNothing() {
        var company = OUTSIDE.newCompany("Acme");

        var stolen = signIn(company.email(), company.password()).query("code");
        var answer = flow.exchange(String.valueOf(stolen), new CodeFlow(OUTSIDE).verifier());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeIsGoodOnce() {
        var company = OUTSIDE.newCompany("Acme");
        var code = String.valueOf(signIn(company.email(), company.password()).query("code"));

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

    @Test
    void aFormThatNoPageOfOursGaveSignsNobodyIn() {
        var company = OUTSIDE.newCompany("Acme");

        var back =
                browser.post(
                        "/sign-in",
                        Map.of("username", company.email(), "password", company.password()));

        assertThat(back.query("error")).isEqualTo("expired");
        assertThat(browser.cookies()).doesNotContainKey("wenda_session");
    }

    @Test
    void oneAddressAndPasswordInTwoCompaniesAsksWhich() {
        var first = OUTSIDE.newCompany("First & Co");
        var second = first.alsoOwns("Second");

        var choice =
                browser.submit(
                        browser.get(browser.get(flow.path(Map.of())).location()),
                        Map.of("username", first.email(), "password", first.password()));
        assertThat(choice.status()).isEqualTo(200);
        assertThat(choice.body())
                .contains(">First &amp; Co</button>")
                .contains(">Second</button>")
                .doesNotContain("wenda_session");
        var place = choice.body().indexOf("Second") > choice.body().indexOf("First") ? "1" : "0";
        var onward = browser.submit(choice, Map.of("place", place));

        var code = browser.get(onward.location()).query("code");
        var token = flow.exchange(String.valueOf(code)).body().path("access_token").asString();
        assertThat(OUTSIDE.ask(token, "{ company { id } }", Map.of()).only().path("id").asString())
                .isEqualTo(second);
    }

    @Test
    void wrongPasswordsAreSlowedDownWhetherTheAddressExistsOrNot() {
        var company = OUTSIDE.newCompany("Acme");

        for (var address : List.of(company.email(), UUID.randomUUID() + "@nobody.example")) {
            for (var i = 0; i < 5; i++) {
                assertThat(signIn(address, "wrong").query("error")).isEqualTo("wrong");
            }
            var sixth = signIn(address, company.password());
            assertThat(sixth.query("error")).isEqualTo("wait");
            assertThat(sixth.query("seconds")).isEqualTo("1");
        }
        assertThat(browser.cookies()).doesNotContainKey("wenda_session");
    }

    @Test
    void pagesSpeakTheReadersLanguageAndLoadNothingForeign() {
        var english = browser.get("/sign-in");
        assertThat(english.body()).contains("<html lang=\"en\">", "<h1>Sign in</h1>");
        var chinese = new PlainBrowser(OUTSIDE).speaking("zh-CN,zh;q=0.9,en;q=0.5").get("/sign-in");
        assertThat(chinese.body()).contains("<html lang=\"zh-CN\">", "<h1>登录</h1>");
        assertThat(browser.get("/sign-in?lang=zh-CN").body()).contains("<h1>登录</h1>");

        assertThat(english.header("Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self';"
                                + " frame-ancestors 'none'; base-uri 'none'");
        assertThat(english.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(english.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(english.body()).doesNotContain("<script", "style=", "http://", "https://");
        var style = browser.get("/pages/style.css");
        assertThat(style.status()).isEqualTo(200);
        assertThat(style.body()).doesNotContain("//", "@import");
    }

    @Test
    void theAddressThatTheConsoleKnowsIsFilledIn() {
        var known =
                "/sign-in?continue=%2Foauth2%2Fauthorize%3Flogin_hint%3Danna%252Bx%2540shop.example";
        var spoilt = "/sign-in?continue=%2Foauth2%2Fauthorize%3Flogin_hint%3D%25zz";

        assertThat(browser.get(known).body()).contains("value=\"anna+x@shop.example\"");
        assertThat(browser.get(spoilt).body()).contains("autocomplete=\"username\" value=\"\"");
    }

    @Test
    void whatPeopleTypeIsNeverMarkup() {
        var company = OUTSIDE.newCompany("<b>\"Acme\" & 'Co'</b>");

        var page = browser.get(mails.link(company.email()));

        assertThat(page.body())
                .contains("&lt;b&gt;&quot;Acme&quot; &amp; &#39;Co&#39;&lt;/b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void theOwnerVerifiesHerAddressAndInvitesAColleagueWhoJoins() {
        var company = OUTSIDE.newCompany("Acme");
        var email = "new-" + UUID.randomUUID() + "@example.com";
        assertThat(invite(company, email).userErrors()).containsExactly("NOT_ALLOWED_NOW");

        var verify = browser.get(mails.link(company.email()));
        assertThat(verify.status()).isEqualTo(200);
        assertThat(browser.submit(verify, Map.of()).body()).contains("The address is confirmed.");
        assertThat(browser.get(mails.link(company.email())).status()).isEqualTo(404);
        var member = invite(company, email).done().at("/member/id").asString();

        var form = browser.get(mails.link(email));
        assertThat(form.body()).contains("Join Acme", email, "value=\"Bo\"");
        var weak = browser.submit(form, Map.of("name", "Bo Li", "password", "1234567890"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body()).contains("Please choose another password", "value=\"Bo Li\"");
        var joined =
                browser.submit(
                        weak, Map.of("name", "Bo Li", "password", "mild-otter-paints-hills"));

        assertThat(joined.location().getPath()).isEqualTo("/console/");
        assertThat(browser.get(mails.link(email)).status()).isEqualTo(404);
        var code = browser.get(flow.path(Map.of())).query("code");
        var token = flow.exchange(String.valueOf(code)).body().path("access_token").asString();
        var viewer = OUTSIDE.ask(token, VIEWER, Map.of()).only();
        assertThat(viewer.path("id").asString()).isEqualTo(member);
        assertThat(viewer.path("roles").toString()).isEqualTo("[\"AGENT\"]");
    }

    @Test
    void anUnknownLinkIsAPageThatSaysSo() {
        for (var path : List.of("/invite/made-up", "/verify/made-up")) {
            var page = browser.get(path);

            assertThat(page.status()).isEqualTo(404);
            assertThat(page.body()).contains("has ended");
        }
    }

    private PlainBrowser.Page signIn(String email, String password) {
        var start = browser.get(flow.path(Map.of()));
        var form =
                start.location().getPath().equals("/sign-in")
                        ? browser.get(start.location())
                        : browser.get(
                                "/sign-in?"
                                        + PlainBrowser.encoded(
                                                Map.of("continue", flow.path(Map.of()))));
        var back = browser.submit(form, Map.of("username", email, "password", password));
        return back.location().getPath().equals("/oauth2/authorize")
                ? browser.get(back.location())
                : back;
    }

    private static Outside.Answer invite(Company company, String email) {
        return company.ask(
                """
                mutation($e: String!) {
                  inviteMember(input: {email: $e, name: "Bo", roles: [AGENT]}) { member { id } userErrors { code message field } }
                }
                """,
                Map.of("e", email));
    }
}
