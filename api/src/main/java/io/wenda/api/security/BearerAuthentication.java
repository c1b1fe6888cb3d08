package io.wenda.api.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A request whose bearer token was verified. */
public final class BearerAuthentication extends AbstractAuthenticationToken {
    private final transient Bearer bearer;

    BearerAuthentication(Bearer bearer) {
        super(List.of());
        this.bearer = bearer;
        setAuthenticated(true);
    }

    /** What the token says. */
    public Bearer bearer() {
        return bearer;
    }

    @Override
    public Object getPrincipal() {
        return bearer;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BearerAuthentication that && bearer.equals(that.bearer);
    }

    @Override
    public int hashCode() {
        return bearer.hashCode();
    }
}
