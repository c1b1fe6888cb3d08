package io.wenda.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.wenda.Company;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import io.wenda.testing.PlainBrowser;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WidgetSessionsTest extends RunningApplication {
    private static final String START =
            """
            mutation($i: StartWidgetSessionInput!) {
              startWidgetSession(input: $i) {
                accessToken expiresAt visitorToken
                visitor { id verified contact { id name email } }
                openConversation { id } userErrors { code message field }
              }
            }
            """;

    private final Company company = OUTSIDE.newCompany("Acme");
    private final String key = company.newChannel(false).path("publicKey").asString();

    @Test
    void aPageOfAnAllowedOriginGetsASession() {
        var before = Instant.now();

        var session = start(Company.PAGE, Map.of()).done();

        assertThat(session.at("/visitor/verified").asBoolean()).isFalse();
        assertThat(session.at("/visitor/contact/name").isNull()).isTrue();
        assertThat(session.path("openConversation").isNull()).isTrue();
        assertThat(session.path("visitorToken").asString()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(Instant.parse(session.path("expiresAt").asString()))
                .isBetween(before.plusSeconds(1799), Instant.now().plusSeconds(1800));
    }

    @Test
    void everyOtherOriginIsRefused() {
        for (var origin :
                new String[] {
                    null,
                    "null",
                    "https://evil.example",
                    "http://shop.example",
                    "https://shop.example.evil.example",
                    "https://shop.example:8443",
                    "https://SHOP.example",
                    OUTSIDE.base()
                }) {
            var answer = start(origin, Map.of());

            assertThat(answer.body().at("/data/startWidgetSession/accessToken").isString())
                    .as(String.valueOf(origin))
                    .isFalse();
            assertThat(answer.codes()).as(String.valueOf(origin)).containsExactly("FORBIDDEN");
        }
    }

    @Test
    void anUnknownChannelIsNotFound() {
        var answer =
                OUTSIDE.ask(
                        null, Company.PAGE, START, Map.of("i", Map.of("channelKey", "made-up")));

        assertThat(answer.userErrors()).containsExactly("NOT_FOUND");
    }

    @Test
    void theVisitorTokenContinuesAsTheSameVisitorOnItsChannelAlone() {
        var first = start(Company.PAGE, Map.of()).done();
        var token = first.path("visitorToken").asString();
        var otherChannel = company.newChannel(false).path("publicKey").asString();

        var again = start(Company.PAGE, Map.of("visitorToken", token)).done();
        var elsewhere =
                start(Company.PAGE, Map.of("visitorToken", token, "channelKey", otherChannel))
                        .done();
        var unknown = start(Company.PAGE, Map.of("visitorToken", "made-up")).done();

        assertThat(again.at("/visitor/id")).isEqualTo(first.at("/visitor/id"));
        assertThat(elsewhere.at("/visitor/id")).isNotEqualTo(first.at("/visitor/id"));
        assertThat(unknown.at("/visitor/id")).isNotEqualTo(first.at("/visitor/id"));
    }

    @Test
    void thePanelPageIsFramedByAllowedOriginsAndItsTicketStartsASession() {
        var page = new PlainBrowser(OUTSIDE).get("/w/" + key + "/panel");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .endsWith("frame-ancestors " + Company.PAGE);
        assertThat(page.response().headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(page.header("Cache-Control")).contains("no-store");
        var ticket = ticket(page.body());
        var session = start(OUTSIDE.base(), Map.of("panelTicket", ticket)).done();
        assertThat(session.path("accessToken").isString()).isTrue();
        var otherChannel = company.newChannel(false).path("publicKey").asString();
        assertThat(
                        start(
                                        OUTSIDE.base(),
                                        Map.of("panelTicket", ticket, "channelKey", otherChannel))
                                .codes())
                .containsExactly("FORBIDDEN");
        assertThat(start("https://evil.example", Map.of("panelTicket", ticket)).codes())
                .containsExactly("FORBIDDEN");
        assertThat(start(OUTSIDE.base(), Map.of("panelTicket", "made-up")).codes())
                .containsExactly("FORBIDDEN");
    }

    @Test
    void withoutAllowedOriginsThereIsNoPage() {
        var closed =
                company.ask(
                                """
                                mutation { createChannel(input: {type: WEB, name: "x", allowedOrigins: []}) {
                                  channel { publicKey } userErrors { code message } } }
                                """)
                        .done()
                        .at("/channel/publicKey")
                        .asString();

        assertThat(new PlainBrowser(OUTSIDE).get("/w/" + closed + "/panel").status())
                .isEqualTo(404);
        assertThat(new PlainBrowser(OUTSIDE).get("/w/made-up/panel").status()).isEqualTo(404);
    }

    @Test
    void anIdentityOfTheCompanyMakesAVerifiedVisitorWithATokenOfHerOwn() throws JOSEException {
        var signing = new ECKeyGenerator(Curve.P_256).generate();
        var keyId = addKey(company, signing);
        var planted = start(Company.PAGE, Map.of()).done();

        var identified =
                start(
                                Company.PAGE,
                                Map.of(
                                        "visitorToken",
                                        planted.path("visitorToken").asString(),
                                        "identityToken",
                                        identity(signing, keyId, Map.of())))
                        .done();

        assertThat(identified.at("/visitor/verified").asBoolean()).isTrue();
        assertThat(identified.at("/visitor/contact/name").asString()).isEqualTo("Ada");
        assertThat(identified.at("/visitor/id")).isNotEqualTo(planted.at("/visitor/id"));
        assertThat(identified.path("visitorToken")).isNotEqualTo(planted.path("visitorToken"));
        var withPlanted =
                start(Company.PAGE, Map.of("visitorToken", planted.path("visitorToken").asString()))
                        .done();
        assertThat(withPlanted.at("/visitor/verified").asBoolean()).isFalse();
        var again =
                start(Company.PAGE, Map.of("identityToken", identity(signing, keyId, Map.of())))
                        .done();
        assertThat(again.at("/visitor/contact/id")).isEqualTo(identified.at("/visitor/contact/id"));
    }

    @Test
    void anIdentityThatTheCompanyDidNotSignForThisChannelNowIsRefused() throws JOSEException {
        var signing = new ECKeyGenerator(Curve.P_256).generate();
        var keyId = addKey(company, signing);
        var other = OUTSIDE.newCompany("Borealis");
        var foreign = new ECKeyGenerator(Curve.P_256).generate();
        var foreignId = addKey(other, foreign);
        var now = Instant.now();
        var hmac =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(keyId).build(),
                        claims(Map.of()));
        hmac.sign(new MACSigner(signing.toECPublicKey().getEncoded()));

        for (var token :
                List.of(
                        identity(foreign, keyId, Map.of()),
                        identity(foreign, foreignId, Map.of()),
                        identity(signing, "key-unknown", Map.of()),
                        identity(signing, keyId, Map.of("aud", "another-channel")),
                        identity(signing, keyId, Map.of("exp", Date.from(now.minusSeconds(1)))),
                        identity(signing, keyId, Map.of("exp", Date.from(now.plusSeconds(3700)))),
                        identity(signing, keyId, Map.of("sub", " ")),
                        hmac.serialize(),
                        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
                        "nonsense")) {
            var answer = start(Company.PAGE, Map.of("identityToken", token));

            assertThat(answer.userErrors()).as(token).containsExactly("INVALID");
            assertThat(answer.only().path("accessToken").isNull()).isTrue();
        }
    }

    private Outside.Answer start(@Nullable String origin, Map<String, String> more) {
        var input = new HashMap<>(Map.of("channelKey", key));
        input.putAll(more);
        return OUTSIDE.ask(null, origin, START, Map.of("i", input));
    }

    private static String ticket(String page) {
        var found =
                Pattern.compile("<meta name=\"wenda-panel-ticket\" content=\"([^\"]+)\">")
                        .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String addKey(Company company, ECKey key) throws JOSEException {
        var pem =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.toECPublicKey().getEncoded())
                        + "\n-----END PUBLIC KEY-----";
        JsonNode added =
                company.ask(
                                """
                                mutation($p: String!) {
                                  addIdentityKey(input: {name: "shop", publicKeyPem: $p}) { keyId userErrors { code message } }
                                }
                                """,
                                Map.of("p", pem))
                        .done();
        return added.path("keyId").asString();
    }

    private String identity(ECKey key, String keyId, Map<String, Object> other)
            throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build();
        var token = new SignedJWT(header, claims(other));
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private JWTClaimsSet claims(Map<String, Object> other) {
        var claims =
                new JWTClaimsSet.Builder()
                        .subject("customer-7")
                        .audience(key)
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .claim("name", "Ada")
                        .claim("email", "ada@example.com");
        other.forEach(claims::claim);
        return claims.build();
    }
}
