package io.wenda.api.issuer;

import io.wenda.tenant.key.ApiClients;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares a program's secret with its keyed hash; passwords of people never come here. */
final class ClientSecrets implements PasswordEncoder {
    private final ApiClients programs;

    ClientSecrets(ApiClients programs) {
        this.programs = programs;
    }

    @Override
    public String encode(@Nullable CharSequence secret) {
        throw new UnsupportedOperationException("secrets are made by the tenant room");
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        return secret != null && hash != null && programs.matches(secret.toString(), hash);
    }
}
