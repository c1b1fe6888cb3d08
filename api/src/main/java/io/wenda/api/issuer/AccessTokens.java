package io.wenda.api.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.ProgramId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.PublicUrl;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads the access tokens that the issuer gave: its own key, ES256 and the type of access tokens
 * alone, whatever a token's header says.
 */
@Component
public class AccessTokens {

    /** Who holds a valid token, and until when. */
    public sealed interface Holder {

        /** Her company. */
        TenantId tenant();

        /** The end of the token. */
        Instant until();

        /** A person of the company. */
        record OfMember(TenantId tenant, MemberId id, Instant until) implements Holder {}

        /** A caller with an API key. */
        record OfProgram(TenantId tenant, ProgramId id, Instant until) implements Holder {}
    }

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    AccessTokens(JWKSource<SecurityContext> keys, PublicUrl publicUrl, Clock clock) {
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TokenClaims.TYPE)));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        processor.setJWTClaimsSetVerifier(new Claims(publicUrl.origin(), clock));
    }

    /** The issuer's demands on claims, by the application's clock. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        private static final int SKEW_SECONDS = 5;
        private final Clock clock;

        Claims(String issuer, Clock clock) {
            super(
                    TokenClaims.AUDIENCE,
                    new JWTClaimsSet.Builder().issuer(issuer).build(),
                    Set.of("sub", "exp", TokenClaims.COMPANY, TokenClaims.KIND));
            this.clock = clock;
            setMaxClockSkew(SKEW_SECONDS);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }

    /** Whose token it is, where it is one of ours and valid. */
    public Optional<Holder> verify(String token) {
        try {
            return holder(processor.process(token, null));
        } catch (ParseException
                | BadJOSEException
                | JOSEException
                | IllegalArgumentException
                | NullPointerException _) { // the library does not expect the header "null"
            return Optional.empty();
        }
    }

    /** For the issuer's own endpoint that takes a bearer token. */
    DefaultJWTProcessor<SecurityContext> processor() {
        return processor;
    }

    private static Optional<Holder> holder(JWTClaimsSet claims) throws ParseException {
        var tenant = new TenantId(UUID.fromString(claims.getStringClaim(TokenClaims.COMPANY)));
        var id = UUID.fromString(claims.getSubject());
        var until = claims.getExpirationTime().toInstant();
        return switch (claims.getStringClaim(TokenClaims.KIND)) {
            case TokenClaims.MEMBER ->
                    Optional.of(new Holder.OfMember(tenant, new MemberId(id), until));
            case TokenClaims.PROGRAM ->
                    Optional.of(new Holder.OfProgram(tenant, new ProgramId(id), until));
            default -> Optional.empty();
        };
    }
}
