package io.wenda.tenant.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.key.ApiClients;
import io.wenda.tenant.key.ApiKeys;
import io.wenda.tenant.key.CreatedApiKey;
import io.wenda.tenant.key.IdentityKey;
import io.wenda.tenant.key.IdentityKeys;
import io.wenda.testing.ShiftingClock;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class KeysTest {
    private final NewCompany companies;
    private final ApiKeys apiKeys;
    private final ApiClients clients;
    private final Roles roles;
    private final IdentityKeys identityKeys;
    private final ShiftingClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    KeysTest(
            NewCompany companies,
            ApiKeys apiKeys,
            ApiClients clients,
            Roles roles,
            IdentityKeys identityKeys,
            ShiftingClock clock,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.companies = companies;
        this.apiKeys = apiKeys;
        this.clients = clients;
        this.roles = roles;
        this.identityKeys = identityKeys;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void aKeyLetsItsProgramInWithItsSecretAlone() {
        var company = companies.fresh();

        var made = create(company, "ci", null, Role.ADMIN, Role.EDITOR);

        var client = clients.find(made.key().clientId()).orElseThrow();
        assertThat(client.tenant()).isEqualTo(company.company().id());
        assertThat(client.program()).isEqualTo(made.key().id());
        assertThat(made.clientSecret()).matches("[A-Za-z0-9_-]{43}");
        assertThat(clients.matches(made.clientSecret(), client.secretHash())).isTrue();
        assertThat(clients.matches(made.clientSecret() + "x", client.secretHash())).isFalse();
        assertThat(clients.find("wenda-unknown")).isEmpty();
        assertThat(roles.of(company.company().id(), made.key().id()))
                .contains(Set.of(Role.ADMIN, Role.EDITOR));
        assertThat(NewCompany.in(company, () -> apiKeys.get(made.key().id())))
                .isEqualTo(made.key());
    }

    @Test
    void theSecretIsKeptNowhere() {
        var company = companies.fresh();
        var made = create(company, "ci", null, Role.ADMIN);

        var stored =
                NewCompany.in(
                        company,
                        () ->
                                transactions.execute(_ ->
                                        jdbc.sql(
                                                        "select k::text || a::text from"
                                                                + " api_key k, audit a")
                                                .query(String.class)
                                                .list()));

        assertThat(stored)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).doesNotContain(made.clientSecret()));
    }

    @Test
    void anExpiredKeyLetsNobodyIn() {
        var company = companies.fresh();
        var until = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS);
        var made = create(company, "ci", until, Role.ADMIN);
        var tenant = company.company().id();
        assertThat(made.key().expiresAt()).isEqualTo(until);
        assertThat(roles.of(tenant, made.key().id())).isPresent();

        clock.later(
                Duration.ofHours(1),
                () -> {
                    assertThat(clients.find(made.key().clientId())).isEmpty();
                    assertThat(roles.of(tenant, made.key().id())).isEmpty();
                });
        Refused.as(
                Refusal.Code.INVALID,
                () -> create(company, "late", clock.instant(), Role.ADMIN),
                "expiresAt");
    }

    @Test
    void aRevokedKeyLetsNobodyInAtOnce() {
        var company = companies.fresh();
        var made = create(company, "ci", null, Role.ADMIN);
        assertThat(roles.of(company.company().id(), made.key().id())).isPresent();

        NewCompany.in(
                company,
                () -> {
                    apiKeys.revoke(NewCompany.owner(company), made.key().id());
                    return true;
                });

        assertThat(clients.find(made.key().clientId())).isEmpty();
        assertThat(roles.of(company.company().id(), made.key().id())).isEmpty();
    }

    @Test
    void nobodyMakesAKeyBeyondHerOwnRoles() {
        var company = companies.fresh();
        var editor = NewCompany.caller(company, company.owner().id(), Role.EDITOR);

        Refused.as(
                Refusal.Code.FORBIDDEN,
                () ->
                        NewCompany.in(
                                company,
                                () -> apiKeys.create(editor, "ci", Set.of(Role.AGENT), null)));
        assertThat(
                        NewCompany.in(company, () -> apiKeys.page(new PageRequest(null, 9, false)))
                                .items())
                .isEmpty();
    }

    @Test
    void anotherCompanysKeysAreUnknown() {
        var company = companies.fresh();
        var other = companies.fresh();
        var foreign = create(other, "ci", null, Role.ADMIN).key();

        Refused.as(
                Refusal.Code.NOT_FOUND,
                () -> NewCompany.in(company, () -> apiKeys.get(foreign.id())));
        assertThat(NewCompany.in(company, () -> apiKeys.byIds(List.of(foreign.id())))).isEmpty();
        assertThat(roles.of(company.company().id(), foreign.id())).isEmpty();
        var identity = add(other, pem(ed25519()));
        assertThat(NewCompany.in(company, () -> identityKeys.forKeyId(identity.keyId()))).isEmpty();
        assertThat(NewCompany.in(other, () -> identityKeys.forKeyId(identity.keyId())))
                .contains(identity);
    }

    @Test
    void publicKeysForEs256AndEdDsaAreAccepted() {
        var company = companies.fresh();
        var curve = ec("secp256r1");
        var edwards = ed25519();

        assertThat(add(company, pem(curve)))
                .satisfies(key -> assertThat(key.algorithm()).isEqualTo("ES256"))
                .satisfies(key -> assertThat(key.publicKey()).isEqualTo(curve))
                .satisfies(key -> assertThat(key.keyId()).matches("key-[a-z2-9]{16}"));
        assertThat(add(company, pem(edwards)))
                .satisfies(key -> assertThat(key.algorithm()).isEqualTo("EdDSA"))
                .satisfies(key -> assertThat(key.publicKey()).isEqualTo(edwards));
    }

    @Test
    void privateKeysAndOtherKindsAreRefused() throws Exception {
        var company = companies.fresh();
        var secret = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        var exchange = KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic();
        var edwards448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair().getPublic();

        refused(company, block("PRIVATE KEY", secret.getEncoded()));
        refused(company, block("PUBLIC KEY", secret.getEncoded()));
        refused(company, pem(rsa));
        refused(company, pem(exchange));
        refused(company, pem(edwards448));
        refused(company, pem(ec("secp384r1")));
        refused(company, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----");
        refused(company, "-----BEGIN PUBLIC KEY-----\nA===\n-----END PUBLIC KEY-----");
        refused(company, "ssh-ed25519 AAAA");
        refused(company, "");
    }

    private void refused(SignedUp company, String pem) {
        Refused.as(Refusal.Code.INVALID, () -> add(company, pem), "publicKeyPem");
    }

    private CreatedApiKey create(
            SignedUp company, String name, @Nullable Instant expiresAt, Role... granted) {
        return NewCompany.in(
                company,
                () -> apiKeys.create(NewCompany.owner(company), name, Set.of(granted), expiresAt));
    }

    private IdentityKey add(SignedUp company, String pem) {
        return NewCompany.in(
                company, () -> identityKeys.add(NewCompany.owner(company), "shop", pem));
    }

    private static PublicKey ec(String curve) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair().getPublic();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static PublicKey ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(PublicKey key) {
        return block("PUBLIC KEY", key.getEncoded());
    }

    private static String block(String kind, byte[] der) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(der));
    }
}
