package io.wenda.api.issuer;

import io.wenda.tenant.ProgramId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.PublicUrl;
import io.wenda.tenant.key.ApiClients;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Who may ask the issuer for tokens: the console, which is ours and keeps no secret, and every API
 * key of every company.
 */
@Component
class Clients implements RegisteredClientRepository {
    static final String CONSOLE = "wenda-console";

    /** An API key as a client: id {@code program/<company>/<key>}. */
    record Program(TenantId tenant, ProgramId id) {
        private static final String PREFIX = "program/";

        static Optional<Program> of(String clientKey) {
            var parts = clientKey.split("/", -1);
            return clientKey.startsWith(PREFIX) && parts.length == 3
                    ? Optional.of(
                            new Program(
                                    new TenantId(UUID.fromString(parts[1])),
                                    new ProgramId(UUID.fromString(parts[2]))))
                    : Optional.empty();
        }

        String key() {
            return PREFIX + tenant.value() + "/" + id.value();
        }
    }

    private final ApiClients programs;
    private final RegisteredClient console;
    private final TokenSettings tokens;

    Clients(ApiClients programs, PublicUrl publicUrl, IssuerSettings settings) {
        this.programs = programs;
        this.tokens =
                TokenSettings.builder()
                        .accessTokenTimeToLive(settings.accessTokenLife())
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                        .build();
        this.console =
                RegisteredClient.withId(CONSOLE)
                        .clientId(CONSOLE)
                        .clientName("Wenda console")
                        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(publicUrl.at("/console/callback"))
                        .postLogoutRedirectUri(publicUrl.at("/console/"))
                        .scope(OidcScopes.OPENID)
                        .clientSettings(
                                ClientSettings.builder()
                                        .requireProofKey(true)
                                        .requireAuthorizationConsent(false)
                                        .build())
                        .tokenSettings(tokens)
                        .build();
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are API keys, made by companies");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return id.equals(CONSOLE)
                ? console
                : Program.of(id)
                        .flatMap(program -> programs.at(program.tenant(), program.id()))
                        .map(this::registered)
                        .orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clientId.equals(CONSOLE)
                ? console
                : programs.find(clientId).map(this::registered).orElse(null);
    }

    private RegisteredClient registered(ApiClients.Client client) {
        return RegisteredClient.withId(new Program(client.tenant(), client.program()).key())
                .clientId(client.clientId())
                .clientSecret(client.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens)
                .build();
    }
}
