package io.wenda.api.issuer;

import java.util.Collections;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Writes into an access token whose it is and of which company; never what she may do. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    /** {@code typ} of an access token (RFC 9068); an ID token has none and is no bearer token. */
    static final String TYPE = "at+jwt";

    static final String AUDIENCE = "wenda-api";
    static final String COMPANY = "company";
    static final String KIND = "kind";
    static final String MEMBER = "member";
    static final String PROGRAM = "program";

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        var program = isProgram(context);
        var subject = program ? programOf(context) : memberOf(context);
        context.getClaims()
                .subject(subject.id().toString())
                .claim(COMPANY, subject.tenant().value().toString());
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getJwsHeader().type(TYPE);
            context.getClaims()
                    .audience(Collections.singletonList(AUDIENCE))
                    .claim(KIND, program ? PROGRAM : MEMBER);
        }
    }

    private static boolean isProgram(JwtEncodingContext context) {
        return AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
                context.getAuthorizationGrantType());
    }

    private static SignedIn memberOf(JwtEncodingContext context) {
        Authentication principal = Objects.requireNonNull(context.getPrincipal());
        return SignedIn.of(principal.getName());
    }

    private static SignedIn programOf(JwtEncodingContext context) {
        var key = context.getRegisteredClient().getId();
        var program =
                Clients.Program.of(key)
                        .orElseThrow(() -> new IllegalStateException("no program: " + key));
        return new SignedIn(program.tenant(), program.id().value());
    }
}
