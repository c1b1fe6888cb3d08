package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.testing.SignIn;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A company's keys: listed without their secrets, ended at once. */
class KeyListsTest extends RunningApplication {
    private static final String KEYS =
            "{ apiKeys { totalCount nodes { id name clientId roles createdAt expiresAt revokedAt createdBy { name } } } }";
    private static final String REVOKE =
            "mutation($k: ID!) { revokeApiKey(input: {apiKeyId: $k}) { apiKey { revokedAt } userErrors { code field } } }";
    private static final String IDENTITY_KEYS =
            "{ identityKeys { nodes { keyId name algorithm addedAt } } }";
    private static final String REMOVE =
            "mutation($k: String!) { removeIdentityKey(input: {keyId: $k}) { identityKey { keyId } userErrors { code field } } }";

    @Test
    void aRevokedKeyEndsItsTokensAtOnce() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var made =
                company.ask(
                                "mutation { createApiKey(input: {name: \"ERP\", roles: [ADMIN]}) { clientId clientSecret userErrors { code } } }")
                        .done();
        var clientId = made.path("clientId").asString();
        var token =
                new SignIn(OUTSIDE).programToken(clientId, made.path("clientSecret").asString());
        var listed = company.ask(KEYS).only();
        var key = listed.at("/nodes/0");
        assertThat(listed.path("totalCount").asInt()).isEqualTo(1);
        assertThat(key.path("clientId").asString()).isEqualTo(clientId);
        assertThat(key.path("name").asString()).isEqualTo("ERP");
        assertThat(key.at("/roles/0").asString()).isEqualTo("ADMIN");
        assertThat(key.at("/createdBy/name").asString()).isEqualTo("Owner");
        assertThat(key.path("revokedAt").isNull()).isTrue();
        assertThat(listed.toString()).doesNotContain(made.path("clientSecret").asString());
        assertThat(OUTSIDE.ask(token, KEYS, Map.of()).only()).isEqualTo(listed);

        var id = Map.of("k", key.path("id").asString());
        var other = OUTSIDE.newCompany("Other " + UUID.randomUUID());
        assertThat(other.ask(REVOKE, id).userErrors()).containsExactly("NOT_FOUND");
        var revoked = company.ask(REVOKE, id).done();

        assertThat(OUTSIDE.ask(token, KEYS, Map.of()).status()).isEqualTo(401);
        assertThat(company.ask(KEYS).only().at("/nodes/0/revokedAt"))
                .isEqualTo(revoked.at("/apiKey/revokedAt"));
        assertThat(company.ask(REVOKE, id).userErrors()).containsExactly("NOT_ALLOWED_NOW");
        assertThat(other.ask(KEYS).only().path("nodes")).isEmpty();
    }

    @Test
    void aRemovedIdentityKeyIsNoLongerThere() throws NoSuchAlgorithmException {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var keyId =
                company.ask(
                                "mutation($p: String!) { addIdentityKey(input: {name: \"Shop\", publicKeyPem: $p}) { keyId userErrors { code message } } }",
                                Map.of("p", pem()))
                        .done()
                        .path("keyId");
        var key = company.ask(IDENTITY_KEYS).only().at("/nodes/0");
        assertThat(key.path("keyId")).isEqualTo(keyId);
        assertThat(key.path("name").asString()).isEqualTo("Shop");
        assertThat(key.path("algorithm").asString()).isEqualTo("EdDSA");

        var other = OUTSIDE.newCompany("Other " + UUID.randomUUID());
        assertThat(other.ask(IDENTITY_KEYS).only().path("nodes")).isEmpty();
        assertThat(remove(other, keyId).userErrors()).containsExactly("NOT_FOUND");
        assertThat(company.ask(IDENTITY_KEYS).only().path("nodes")).hasSize(1);
        remove(company, keyId).done();

        assertThat(company.ask(IDENTITY_KEYS).only().path("nodes")).isEmpty();
        assertThat(remove(company, keyId).userErrors()).containsExactly("NOT_FOUND");
    }

    private static Outside.Answer remove(Company company, JsonNode keyId) {
        return company.ask(REMOVE, Map.of("k", keyId.asString()));
    }

    private static String pem() throws NoSuchAlgorithmException {
        var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
