package io.wenda.api.issuer;

import io.wenda.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Whom a token is for, named as the issuer's library stores it: {@code <company>/<id>}. */
record SignedIn(TenantId tenant, UUID id) {

    static SignedIn of(String name) {
        var parts = name.split("/", -1);
        return new SignedIn(new TenantId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
    }

    String name() {
        return tenant.value() + "/" + id;
    }

    /** As the issuer's library wants to see somebody who signed in. */
    Authentication toAuthentication() {
        return UsernamePasswordAuthenticationToken.authenticated(name(), null, List.of());
    }
}
