package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The widget in pages that are strict, clumsy or evil, and what such a page can do with it. */
class WidgetHostPageTest extends BrowserTest {

    private WidgetShop shop() {
        return WidgetShop.on(hostPage(), OUTSIDE.newCompany("Tea " + UUID.randomUUID()), false);
    }

    private Person visitor(WidgetShop shop) {
        var she = person("visitor", Look.desktop("en"));
        she.page().navigate(shop.page().origin());
        return she;
    }

    @Test
    void itWorksUnderTheStrictestPolicy() {
        var shop = shop();
        shop.page().underStrictestPolicy().carrying(shop.key(), "data-accent=#0f766e");
        var widget = new Widget(visitor(shop).page()).opened();

        widget.says("under a strict policy");
        widget.shows("under a strict policy");

        assertThat(widget.launcher()).hasCSS("background-color", "rgb(15, 118, 110)");
        assertThat(widget.launcher()).hasCSS("width", "56px");
    }

    @Test
    void itWorksWhereANonceIsAllThatAPageTrusts() {
        var shop = shop();
        shop.page()
                .under(
                        "default-src 'none'; script-src 'nonce-x'; frame-src %s; require-trusted-types-for 'script'; trusted-types 'none'"
                                .formatted(OUTSIDE.base()))
                .carrying(shop.key(), "nonce=x");
        var widget = new Widget(visitor(shop).page()).opened();

        widget.says("by a nonce");
        widget.shows("by a nonce");
    }

    @Test
    void aHostilePageNeitherBreaksItNorReadsIt() {
        var shop = shop();
        shop.page()
                .headed(
                        """
                        <style>
                          * { display: none !important; font: 40px fantasy !important; position: static !important;
                              pointer-events: none !important; opacity: 0 !important }
                          html, body, main { display: block !important; opacity: 1 !important }
                        </style>
                        <script>
                          window.overheard = [];
                          const hear = (...what) => { for (let i = 0; i < what.length; i++) { try { overheard[overheard.length] = '' + JSON.stringify(what[i]) } catch { continue } } };
                          Object.prototype.extra = Array.prototype.extra = 'enumerable';
                          Array.prototype.toJSON = function () { return 'broken' };
                          for (const name of ['push', 'map', 'forEach', 'filter', 'concat']) {
                            const real = Array.prototype[name];
                            Object.defineProperty(Array.prototype, name, { value: function (...all) { if (typeof all[0] === 'string') hear(all[0]); return real.apply(this, all) } });
                          }
                          for (const type of [MessagePort, Window]) {
                            const real = type.prototype.postMessage;
                            type.prototype.postMessage = function (...all) { hear(...all); return real.apply(this, all) };
                          }
                          addEventListener('message', event => hear(event.data));
                        </script>
                        """)
                .carrying(shop.key());
        shop.available(true);
        var she = visitor(shop);
        var widget = new Widget(she.page()).opened();

        widget.says("my secret words");
        widget.shows("my secret words");
        shop.writes(shop.conversation(), "our secret answer");
        widget.shows("our secret answer");

        // as one text: the page would overhear how a list is handed over, without end
        assertThat((String) she.page().evaluate("overheard.join()")).doesNotContain("secret");
        assertThat(
                        she.page()
                                .evaluate(
                                        "() => { try { return document.querySelector('wenda-chat').shadowRoot.querySelector('iframe').contentWindow.localStorage.length } catch { return 'closed' } }"))
                .isEqualTo("closed");
    }

    @Test
    void anotherSiteCannotFrameThePanel() {
        var shop = shop();
        var panel = OUTSIDE.base() + "/w/" + shop.key() + "/panel";
        shop.page().with("<iframe src=\"%s\"></iframe>".formatted(panel));
        var she = person("visitor", Look.desktop("en")).expecting("frame-ancestors");

        she.page()
                .waitForConsoleMessage(
                        new Page.WaitForConsoleMessageOptions()
                                .setPredicate(it -> it.text().contains("frame-ancestors")),
                        () -> she.page().navigate(shop.page().origin("evil.test")));

        assertThat(she.page().frameLocator("iframe").locator("textarea")).hasCount(0);
    }

    @Test
    void thePanelHearsNobodyButItsParentFromAnOriginOfTheChannel() {
        var shop = shop();
        shop.page().carrying(shop.key());
        var she = person("visitor", Look.desktop("en"));
        she.context()
                .addInitScript(
                        """
                        if (location.pathname.endsWith('/panel')) addEventListener('DOMContentLoaded', () => {
                          window.answers = [];
                          for (const [source, origin] of [[parent, 'http://evil.test'], [window, '%s']]) {
                            const channel = new MessageChannel();
                            channel.port1.onmessage = event => answers.push(event.data);
                            const data = {open: true, locale: 'en', theme: 'dark', accent: '', kept: null, identity: null, forget: true};
                            dispatchEvent(new MessageEvent('message', {source, origin, data, ports: [channel.port2]}));
                          }
                        });
                        """
                                .formatted(shop.page().origin()));
        she.page().navigate(shop.page().origin());
        var widget = new Widget(she.page()).opened();
        widget.says("Hello");
        widget.shows("Hello");

        assertThat((List<?>) widget.frame().evaluate("answers")).isEmpty();
        assertThat(widget.frame().evaluate("document.documentElement.dataset.theme"))
                .isEqualTo("light");
    }

    @Test
    void thePageOpensItListensToItAndTakesItAwayWithoutATrace() {
        var shop = shop();
        shop.page()
                .headed(
                        """
                        <script>
                          window.wenda = window.wenda || function () { (wenda.q = wenda.q || []).push(arguments) };
                          window.heard = [];
                          for (const name of ['ready', 'opened', 'closed', 'unread']) wenda('on', name, detail => heard.push(detail === undefined ? name : name + ' ' + detail));
                          wenda('open');
                        </script>
                        """)
                .carrying(shop.key());
        shop.available(true);
        var she = visitor(shop);
        var widget = new Widget(she.page());
        widget.says("Hello");
        widget.shows("Hello");

        she.page().evaluate("wenda('close')");
        assertThat(she.page().locator("wenda-chat iframe")).isHidden();
        shop.writes(shop.conversation(), "news");
        assertThat(widget.launcher()).hasAccessibleName("Open chat (1)");
        she.page().evaluate("wenda('locale', 'zh-CN')");
        assertThat(widget.launcher()).hasAccessibleName("打开在线客服 (1)");
        she.page().evaluate("wenda('theme', 'dark')");
        she.page().evaluate("wenda('open')");
        assertThat(widget.panel().locator("html")).hasAttribute("data-theme", "dark");
        assertThat(widget.panel().locator("html")).hasAttribute("lang", "zh-CN");
        var heard = List.of("ready", "opened", "closed", "unread 1", "opened", "unread 0");
        she.page().waitForCondition(() -> heard.equals(she.page().evaluate("heard")));

        she.page().evaluate("wenda('destroy')");
        assertThat(she.page().locator("wenda-chat")).hasCount(0);
        she.page().waitForCondition(() -> she.page().frames().size() == 1);
        assertThat(she.page().evaluate("typeof window.wenda")).isEqualTo("undefined");
    }

    @Test
    void itOutlivesAPageWhoseBodyIsReplacedAndIsThereOnceThoughIncludedTwice() {
        var shop = shop();
        shop.page().carrying(shop.key());
        var she = visitor(shop);
        var widget = new Widget(she.page()).opened();
        widget.says("Hello");
        widget.shows("Hello");

        she.page()
                .evaluate(
                        """
                        () => {
                          const body = document.createElement('body');
                          body.append(Object.assign(document.createElement('h1'), {textContent: 'another view'}));
                          document.body.replaceWith(body);
                          const again = Object.assign(document.createElement('script'), {src: '%s/w/loader.js'});
                          again.dataset.channel = '%s';
                          return new Promise(loaded => { again.onload = loaded; body.append(again) }).then(() => {});
                        }
                        """
                                .formatted(OUTSIDE.base(), shop.key()));

        assertThat(she.page().locator("wenda-chat")).hasCount(1);
        widget.says("still here");
        widget.shows("still here");
    }

    @Test
    void sheIsWhomTheCompanySaysAndNobodyAfterReset() throws JOSEException {
        var shop = shop();
        shop.page().carrying(shop.key());
        var signing = new ECKeyGenerator(Curve.P_256).generate();
        var identity = identity(shop, signing, "ada");
        var she = visitor(shop);
        var widget = new Widget(she.page());
        she.page().waitForFunction("window.wenda && wenda.here");
        she.page()
                .evaluate(
                        "jwt => { window.heard = []; wenda('on', 'identified', () => heard.push('identified')); wenda('on', 'refused', why => heard.push(why)); wenda('identify', jwt) }",
                        identity);
        widget.opened().says("I am Ada");
        widget.shows("I am Ada");
        assertThat(contactOf(shop)).isEqualTo("Ada");

        she.page().evaluate("wenda('identify', 'not signed by us')");
        she.page().waitForCondition(() -> ((List<?>) she.page().evaluate("heard")).size() == 2);
        assertThat((List<?>) she.page().evaluate("heard"))
                .isEqualTo(List.of("identified", "INVALID"));

        she.page().evaluate("wenda('reset')");
        assertThat(widget.bubbles()).hasCount(0);
        widget.says("I am nobody");
        widget.shows("I am nobody");
        assertThat(widget.transcript()).containsExactly("I am nobody");
        assertThat(contactOf(shop)).isEmpty();
    }

    private static String contactOf(WidgetShop shop) {
        return shop.company()
                .ask("{ conversations(first: 1) { nodes { contact { name } } } }")
                .only()
                .at("/nodes/0/contact/name")
                .asString("");
    }

    private static String identity(WidgetShop shop, ECKey key, String subject)
            throws JOSEException {
        var pem =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.toECPublicKey().getEncoded())
                        + "\n-----END PUBLIC KEY-----";
        var added =
                shop.company()
                        .ask(
                                """
                                mutation($i: AddIdentityKeyInput!) {
                                  addIdentityKey(input: $i) { keyId userErrors { code message } } }
                                """,
                                Map.of("i", Map.of("name", "site", "publicKeyPem", pem)))
                        .done();
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID(added.path("keyId").asString())
                                .build(),
                        new JWTClaimsSet.Builder()
                                .subject(subject)
                                .audience(shop.key())
                                .claim("name", "Ada")
                                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                                .build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
