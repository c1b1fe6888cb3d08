package io.wenda.api.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import io.wenda.api.limit.Limits;
import io.wenda.tenant.Refusal;
import io.wenda.testing.CodeFlow;
import io.wenda.testing.PlainBrowser;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;

/** What people see who sign in, are invited or follow a link, without any script. */
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SignInPagesTest extends RunningApplication {
    private static final String VIEWER = "{ viewer { ... on Member { id email roles } } }";

    private final MailsWanted mails;
    private final Limits limits;
    private final CodeFlow flow = new CodeFlow(OUTSIDE);
    private final PlainBrowser browser = new PlainBrowser(OUTSIDE);

    SignInPagesTest(MailsWanted mails, Limits limits) {
        this.mails = mails;
        this.limits = limits;
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

        var back = flow.signIn(browser, company.email(), "wrong");

        assertThat(back.location().getPath()).isEqualTo("/sign-in");
        assertThat(back.query("error")).isEqualTo("wrong");
        assertThat(browser.get(back.location()).body())
                .contains("The address or the password is not right.");
        assertThat(browser.cookies()).doesNotContainKey("wenda_session");
        var silent = browser.get(flow.path(Map.of("prompt", "none")));
        assertThat(silent.query("error")).isEqualTo("login_required");
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
                assertThat(flow.signIn(browser, address, "wrong").query("error"))
                        .isEqualTo("wrong");
            }
            var sixth = flow.signIn(browser, address, company.password());
            assertThat(sixth.query("error")).isEqualTo("wait");
            assertThat(sixth.query("seconds")).isEqualTo("1");
        }
        assertThat(browser.cookies()).doesNotContainKey("wenda_session");
    }

    @Test
    void whoTriesTooOftenFromOneAddressWaitsWhateverAddressesSheTypes() {
        var company = OUTSIDE.newCompany("Acme");
        var over = new AtomicBoolean();
        var flood = CompletableFuture.runAsync(() -> useUpSignIns(over));
        try {
            await().until(() -> signIn(company).query("error"), "wait"::equals);
        } finally {
            over.set(true);
            flood.join();
        }

        await().until(() -> signIn(company).query("code"), Objects::nonNull);
    }

    private PlainBrowser.Page signIn(Company company) {
        return flow.signIn(new PlainBrowser(OUTSIDE), company.email(), company.password());
    }

    /** All that the tests' own address has, and whatever is refilled. */
    private void useUpSignIns(AtomicBoolean over) {
        while (!over.get()) {
            for (var address : List.of("127.0.0.1", "::1")) {
                try {
                    limits.signIn(address);
                } catch (Refusal.LimitReached _) {
                    Thread.onSpinWait();
                }
            }
        }
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
