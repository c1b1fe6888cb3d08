package io.wenda.api.security;

import io.wenda.tenant.Caller;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The caller that an authentication stands for. */
@Component
public class Callers {

    /** The caller, where the authentication is one. */
    public Optional<Caller> of(Authentication authentication) {
        return authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }
}
