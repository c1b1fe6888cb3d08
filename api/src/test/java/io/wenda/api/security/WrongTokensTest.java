package io.wenda.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.wenda.Company;
import io.wenda.RunningApplication;
import io.wenda.api.token.SignedTokens;
import io.wenda.testing.PlainBrowser;
import io.wenda.testing.RecordingServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestConstructor;

/** Tokens that are none here, however well they are made: each is 401, and nothing else happens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class WrongTokensTest extends RunningApplication {
    private final JWKSource<SecurityContext> issuerKeys;
    private final SignedTokens signedTokens;
    private Company company;
    private Company other;
    private ECKey issuerKey;
    private JWTClaimsSet claims;

    WrongTokensTest(JWKSource<SecurityContext> issuerKeys, SignedTokens signedTokens) {
        this.issuerKeys = issuerKeys;
        this.signedTokens = signedTokens;
    }

    @BeforeAll
    void twoCompanies() throws JOSEException, ParseException {
        company = OUTSIDE.newCompany("Acme");
        other = OUTSIDE.newCompany("Borealis");
        issuerKey =
                issuerKeys
                        .get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                        .getFirst()
                        .toECKey();
        claims = SignedJWT.parse(company.token()).getJWTClaimsSet();
    }

    @Test
    void theIssuersOwnSignatureIsNotEnough() throws JOSEException {
        var now = Instant.now();
        assertThat(status(issued(it -> it))).isEqualTo(200);
        var wrong = new LinkedHashMap<String, UnaryOperator<JWTClaimsSet.Builder>>();
        wrong.put("over", it -> it.expirationTime(Date.from(now.minusSeconds(10))));
        wrong.put("without an end", it -> it.expirationTime(null));
        wrong.put("not yet valid", it -> it.notBeforeTime(Date.from(now.plusSeconds(60))));
        wrong.put("for somebody else", it -> it.audience("wenda-console"));
        wrong.put("for nobody", it -> it.audience((String) null));
        wrong.put("of another issuer", it -> it.issuer("https://evil.example"));
        wrong.put("of nearly our issuer", it -> it.issuer(OUTSIDE.base() + "/"));
        wrong.put("of no issuer", it -> it.issuer(null));
        wrong.put("of no company", it -> it.claim("company", null));
        wrong.put("of a company that is no id", it -> it.claim("company", "acme"));
        wrong.put("of two companies", it -> it.claim("company", List.of("a", "b")));
        wrong.put("of a company that never was", it -> it.claim("company", uuid()));
        wrong.put("of nobody", it -> it.subject(null));
        wrong.put("of somebody without an id", it -> it.subject("owner"));
        wrong.put("of somebody who never was", it -> it.subject(uuid()));
        wrong.put("of no kind", it -> it.claim("kind", null));
        wrong.put("of a made-up kind", it -> it.claim("kind", "operator"));
        wrong.put("a member as a program", it -> it.claim("kind", "program"));

        for (var each : wrong.entrySet()) {
            assertThat(status(issued(each.getValue()))).as(each.getKey()).isEqualTo(401);
        }
        for (var type : new String[] {null, "JWT", "visitor+jwt", "panel+jwt", "dpop+jwt"}) {
            var header = header().type(type == null ? null : new JOSEObjectType(type)).build();
            assertThat(status(signed(header, issuerKey, claims))).as(type).isEqualTo(401);
        }
    }

    @Test
    void aMemberIsNobodyInAnotherCompanyAndAProgramIsNoMember()
            throws JOSEException, ParseException {
        var key =
                company.ask(
                                """
                                mutation { createApiKey(input: {name: "ci", roles: [ADMIN]}) {
                                  clientId clientSecret userErrors { code } } }
                                """)
                        .done();
        var program =
                Programs.token(
                        OUTSIDE,
                        key.path("clientId").asString(),
                        key.path("clientSecret").asString());
        var theirs = SignedJWT.parse(other.token()).getJWTClaimsSet().getClaim("company");
        var ofProgram = SignedJWT.parse(program).getJWTClaimsSet();
        assertThat(status(program)).isEqualTo(200);

        assertThat(status(issued(it -> it.claim("company", theirs)))).isEqualTo(401);
        for (var changed :
                List.of(
                        new JWTClaimsSet.Builder(ofProgram).claim("company", theirs).build(),
                        new JWTClaimsSet.Builder(ofProgram).claim("kind", "member").build())) {
            assertThat(status(signed(header().build(), issuerKey, changed))).isEqualTo(401);
        }
        assertThat(
                        OUTSIDE.ask(
                                        program,
                                        "mutation { createApiKey(input: {name: \"x\", roles: [OWNER]}) { userErrors { code } } }",
                                        Map.of())
                                .body()
                                .toString())
                .doesNotContain("\"userErrors\":[]");
    }

    @Test
    void whatVisitorsHoldOpensNothingElse() throws ParseException {
        var channel = company.newChannel(false).path("publicKey").asString();
        var visitor = company.newVisitor(channel);
        var page = new PlainBrowser(OUTSIDE).get("/w/" + channel + "/panel").body();
        var ticket = page.replaceAll("(?s).*wenda-panel-ticket\" content=\"([^\"]+)\".*", "$1");
        var renamed = SignedJWT.parse(visitor.token()).serialize().split("\\.", -1);

        for (var token :
                List.of(
                        visitor.visitorToken(),
                        ticket,
                        Base64URL.encode("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}")
                                + "."
                                + renamed[1]
                                + "."
                                + renamed[2])) {
            assertThat(status(token)).isEqualTo(401);
        }
        for (var token : List.of(visitor.token(), ticket)) {
            assertThat(userInfo(token)).isEqualTo(401);
        }
    }

    @Test
    void onlyATicketOfThisChannelStartsASessionOnOurOwnPage() {
        var channel = company.newChannel(false).path("publicKey").asString();
        var theirs = other.newChannel(false).path("publicKey").asString();
        var soon = Instant.now().plusSeconds(60);
        var forChannel = Map.of("channel", channel);

        assertThat(start(channel, ticket(SignedTokens.Kind.PANEL, forChannel, soon))).isEmpty();
        for (var wrong :
                List.of(
                        ticket(SignedTokens.Kind.PANEL, Map.of("channel", theirs), soon),
                        ticket(SignedTokens.Kind.PANEL, Map.of(), soon),
                        ticket(SignedTokens.Kind.PANEL, forChannel, Instant.now().minusSeconds(1)),
                        ticket(SignedTokens.Kind.VISITOR, forChannel, soon),
                        ticket(SignedTokens.Kind.CHOICE, forChannel, soon),
                        Base64URL.encode("null") + ".e.e")) {
            assertThat(start(channel, wrong)).containsExactly("FORBIDDEN");
        }
    }

    @Test
    void noHeaderOfATokenChoosesItsKey() throws JOSEException {
        try (var server = new RecordingServer()) {
            var there = URI.create("http://localhost:" + server.uri().getPort() + "/keys");
            var own = new ECKeyGenerator(Curve.P_256).keyID(issuerKey.getKeyID()).generate();
            var jwt = signed(header().build(), issuerKey, claims);
            var body = jwt.substring(0, jwt.lastIndexOf('.') + 1);
            var forged = new LinkedHashMap<String, String>();
            forged.put("jku", signed(header().jwkURL(there).build(), own, claims));
            forged.put("x5u", signed(header().x509CertURL(there).build(), own, claims));
            forged.put(
                    "x5c",
                    signed(
                            header().x509CertChain(List.of(Base64.encode("certificate"))).build(),
                            own,
                            claims));
            for (var kid :
                    new String[] {null, "", "../../dev/null", "' or 1=1 --", "wenda-console"}) {
                forged.put("kid " + kid, signed(header().keyID(kid).build(), own, claims));
            }
            forged.put("a signature of zeros", body + Base64URL.encode(new byte[64]));
            forged.put("a short signature", body + Base64URL.encode(new byte[] {0}));
            forged.put(
                    "an unknown extension",
                    signed(
                            header().criticalParams(Set.of("x")).customParam("x", 1).build(),
                            issuerKey,
                            claims));

            forged.forEach((trick, token) -> assertThat(status(token)).as(trick).isEqualTo(401));

            assertThat(server.came()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{",
                "{}",
                "{\"alg\":5}",
                "{\"alg\":null}",
                "{\"alg\":\"none\"}",
                "{\"alg\":\"none\",\"typ\":\"visitor+jwt\"}",
                "{\"alg\":\"nOnE\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"HS256\",\"typ\":\"visitor+jwt\"}",
                "{\"alg\":\"ES256\",\"typ\":\"visitor+jwt\"}",
                "{\"alg\":\"HS256\",\"typ\":{}}",
                "{\"alg\":\"HS256\",\"typ\":\"visitor+jwt\",\"b64\":false,\"crit\":[\"b64\"]}",
                "{\"alg\":\"HS256\",\"typ\":\"visitor+jwt\",\"crit\":[]}",
                "{\"alg\":\"HS256\",\"typ\":\"visitor+jwt\",\"jwk\":{}}",
                "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":7}",
                "{\"alg\":\"ES256\",\"alg\":\"none\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A256GCM\",\"p2c\":2147483647}"
            })
    void whateverStandsInItsHeaderItIsNoToken(String header) {
        var first = Base64URL.encode(header).toString();
        var second = Base64URL.encode("{\"sub\":\"x\"}").toString();

        for (var token :
                List.of(
                        first,
                        first + ".",
                        first + "." + second + ".",
                        first + "." + second + "." + second,
                        first + "..",
                        first + "." + second + "." + second + "." + second + "." + second)) {
            assertThat(status(token)).as(token).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a.b.c", "-", "____", "ey.ey.ey"})
    void whatIsNoJwtIsNoToken(String token) {
        assertThat(status(token)).isEqualTo(401);
        assertThat(status(token + "a".repeat(6000))).isEqualTo(401);
        assertThat(status(Base64URL.encode("{\"alg\":" + "[".repeat(4000)) + ".e.e"))
                .isEqualTo(401);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }

    private String issued(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        var changed = change.apply(new JWTClaimsSet.Builder(claims)).build();
        return signed(header().build(), issuerKey, changed);
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(issuerKey.getKeyID());
    }

    private static String signed(JWSHeader header, ECKey key, JWTClaimsSet claims)
            throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private String ticket(SignedTokens.Kind kind, Map<String, ?> said, Instant until) {
        return signedTokens.sign(kind, said, until);
    }

    private static List<String> start(String channel, String ticket) {
        return OUTSIDE.ask(
                        null,
                        OUTSIDE.base(),
                        """
                        mutation($i: StartWidgetSessionInput!) {
                          startWidgetSession(input: $i) { accessToken userErrors { code } } }
                        """,
                        Map.of("i", Map.of("channelKey", channel, "panelTicket", ticket)))
                .codes();
    }

    private static int userInfo(String token) {
        return OUTSIDE.send(
                        HttpRequest.newBuilder(OUTSIDE.at("/userinfo"))
                                .header("Authorization", "Bearer " + token)
                                .build())
                .statusCode();
    }

    private static int status(@Nullable String token) {
        HttpResponse<String> answer =
                OUTSIDE.send(
                        OUTSIDE.post(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"query\":\"{ viewer { __typename } }\"}"))
                                .header("Authorization", "Bearer " + token)
                                .header("Origin", Company.PAGE)
                                .build());
        return answer.statusCode();
    }
}
