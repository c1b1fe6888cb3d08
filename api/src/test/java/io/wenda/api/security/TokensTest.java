package io.wenda.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.wenda.Colleague;
import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.RunningApplication;
import io.wenda.api.token.SignedTokens;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Role;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.Members;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.testing.CodeFlow;
import io.wenda.testing.PlainBrowser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;
import tools.jackson.databind.json.JsonMapper;

@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TokensTest extends RunningApplication {
    private static final String ROLES = "{ viewer { ... on Member { roles } } }";

    private final SignedTokens signedTokens;
    private final Members members;
    private final MailsWanted mails;

    TokensTest(SignedTokens signedTokens, Members members, MailsWanted mails) {
        this.signedTokens = signedTokens;
        this.members = members;
        this.mails = mails;
    }

    @Test
    void noTokenIsUnauthenticatedAndABadOneIs401() {
        var nobody = OUTSIDE.ask(null, "{ company { id } }", Map.of());

        assertThat(nobody.codes()).containsExactly("UNAUTHENTICATED");
        assertThat(status("nonsense", null)).isEqualTo(401);
        assertThat(status("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", null)).isEqualTo(401);
    }

    @Test
    void aForgedTokenIs401() throws ParseException {
        var company = OUTSIDE.newCompany("Acme");
        var published =
                JWKSet.parse(new PlainBrowser(OUTSIDE).get("/oauth2/jwks").body())
                        .getKeys()
                        .getFirst()
                        .toECKey();
        assertThat(published.isPrivate()).isFalse();
        assertThat(status(company.token(), null)).isEqualTo(200);

        var forged = Forged.outOf(company.token(), published);

        assertThat(forged).hasSize(6);
        forged.forEach((trick, token) -> assertThat(status(token, null)).as(trick).isEqualTo(401));
    }

    @Test
    void aTokenOfOneKindIsNoneOfAnother() throws ParseException {
        var company = OUTSIDE.newCompany("Acme");
        var claims =
                new HashMap<>(SignedJWT.parse(company.token()).getJWTClaimsSet().toJSONObject());
        var until = Instant.now().plusSeconds(600);

        assertThat(status(idToken(company), null)).isEqualTo(401);
        for (var kind : SignedTokens.Kind.values()) {
            assertThat(signedTokens.verify(kind, company.token())).isEmpty();
        }
        for (var kind : List.of(SignedTokens.Kind.PANEL, SignedTokens.Kind.CHOICE)) {
            var token = signedTokens.sign(kind, claims, until);
            assertThat(signedTokens.verify(kind, token)).isPresent();
            assertThat(signedTokens.verify(SignedTokens.Kind.VISITOR, token)).isEmpty();
            assertThat(status(token, null)).isEqualTo(401);
        }
    }

    @Test
    void aVisitorsTokenIsGoodFromItsOriginAlone() {
        var company = OUTSIDE.newCompany("Acme");
        var visitor = company.newVisitor(company.newChannel(false).path("publicKey").asString());

        assertThat(status(visitor.token(), Company.PAGE)).isEqualTo(200);
        assertThat(status(visitor.token(), "https://evil.example")).isEqualTo(401);
        assertThat(status(visitor.token(), Company.PAGE + ":444")).isEqualTo(401);
        assertThat(status(visitor.token(), null)).isEqualTo(401);
        assertThat(
                        visitor.ask("{ viewer { __typename } }", Map.of())
                                .only()
                                .path("__typename")
                                .asString())
                .isEqualTo("Visitor");
    }

    @Test
    void anExpiredTokenIs401() {
        var company = OUTSIDE.newCompany("Acme");
        var visitor = company.newVisitor(company.newChannel(false).path("publicKey").asString());
        var claims = signedTokens.verify(SignedTokens.Kind.VISITOR, visitor.token()).orElseThrow();

        var over =
                signedTokens.sign(
                        SignedTokens.Kind.VISITOR,
                        claims.getClaims(),
                        Instant.now().minusSeconds(1));

        assertThat(status(over, Company.PAGE)).isEqualTo(401);
    }

    @Test
    void rolesAreReadForEachRequestAndARemovedMemberIs401() throws ParseException {
        var company = OUTSIDE.newCompany("Acme");
        var colleague = Colleague.join(company, mails, "ADMIN");
        var claims = SignedJWT.parse(colleague.token()).getJWTClaimsSet();
        var tenant = new TenantId(UUID.fromString(claims.getStringClaim("company")));
        var id = new MemberId(UUID.fromString(claims.getSubject()));
        var owner = new Caller.Member(tenant, id, Set.of(Role.OWNER));
        assertThat(roles(colleague.token())).isEqualTo("[\"ADMIN\"]");

        CurrentTenant.run(tenant, () -> members.changeRoles(owner, id, Set.of(Role.ANALYST)));
        assertThat(roles(colleague.token())).isEqualTo("[\"ANALYST\"]");
        CurrentTenant.run(tenant, () -> members.remove(owner, id));

        assertThat(status(colleague.token(), null)).isEqualTo(401);
        assertThat(status(company.token(), null)).isEqualTo(200);
    }

    @Test
    void anApiKeyLetsAProgramInWithItsSecretAlone() {
        var company = OUTSIDE.newCompany("Acme");
        var key =
                company.ask(
                                """
                                mutation { createApiKey(input: {name: "ci", roles: [EDITOR]}) {
                                  clientId clientSecret userErrors { code message } } }
                                """)
                        .done();
        var id = key.path("clientId").asString();
        var secret = key.path("clientSecret").asString();

        for (var answer : List.of(basic(id, secret), post(id, secret))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            var token = JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
            assertThat(
                            OUTSIDE.ask(
                                            token,
                                            "{ viewer { ... on Program { name roles } } }",
                                            Map.of())
                                    .only()
                                    .toString())
                    .isEqualTo("{\"name\":\"ci\",\"roles\":[\"EDITOR\"]}");
        }
        assertThat(basic(id, "wrong").statusCode()).isEqualTo(401);
        assertThat(post(id, "wrong").statusCode()).isEqualTo(401);
        assertThat(basic("wenda-unknown", secret).statusCode()).isEqualTo(401);
        assertThat(basic("wenda-console", "guessed").statusCode()).isEqualTo(401);
    }

    private static String roles(String token) {
        return OUTSIDE.ask(token, ROLES, Map.of()).only().path("roles").toString();
    }

    private static int status(String token, @Nullable String origin) {
        var request =
                OUTSIDE.post(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"query\":\"{ viewer { __typename } }\"}"))
                        .header("Authorization", "Bearer " + token);
        if (origin != null) {
            request.header("Origin", origin);
        }
        return OUTSIDE.send(request.build()).statusCode();
    }

    private static String idToken(Company company) {
        var browser = new PlainBrowser(OUTSIDE);
        var flow = new CodeFlow(OUTSIDE);
        var form = browser.get(browser.get(flow.path(Map.of())).location());
        var back =
                browser.submit(
                        form, Map.of("username", company.email(), "password", company.password()));
        var code = String.valueOf(browser.get(back.location()).query("code"));
        return flow.exchange(code).body().path("id_token").asString();
    }

    private static HttpResponse<String> basic(String id, String secret) {
        var pair = encoded(id) + ":" + encoded(secret);
        var header = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return token(Map.of("grant_type", "client_credentials"), "Basic " + header);
    }

    private static HttpResponse<String> post(String id, String secret) {
        return token(
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", id,
                        "client_secret", secret),
                null);
    }

    private static HttpResponse<String> token(
            Map<String, String> fields, @Nullable String authorization) {
        var request =
                HttpRequest.newBuilder(OUTSIDE.at("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(PlainBrowser.encoded(fields)));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return OUTSIDE.send(request.build());
    }

    private static String encoded(String value) {
        return PlainBrowser.encoded(Map.of("v", value)).substring(2);
    }
}
