package io.wenda.api.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.wenda.tenant.isolation.InstallationKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * JWTs that only this installation reads (HS256). Each kind has a key and a type of its own, so
 * that none is ever taken for another, nor for a member's token, which has another algorithm.
 */
@Component
public class SignedTokens {

    /** What a token is for. */
    public enum Kind {
        /** A visitor's bearer token. */
        VISITOR("visitor+jwt"),
        /** Says that a page of ours was served to a page of an allowed origin. */
        PANEL("panel+jwt"),
        /** Says which companies a right password opens, between two forms. */
        CHOICE("choice+jwt"),
        /** Opens one file of one version. */
        ATTACHMENT("attachment+jwt");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The {@code typ} header of this kind. */
        public String type() {
            return type;
        }
    }

    private final Map<Kind, byte[]> keys = new EnumMap<>(Kind.class);
    private final Clock clock;

    SignedTokens(InstallationKey installation, Clock clock) {
        this.clock = clock;
        for (var kind : Kind.values()) {
            keys.put(kind, installation.derive("token:" + kind));
        }
    }

    /** Signs the claims, valid from now until then. */
    public String sign(Kind kind, Map<String, ?> claims, Instant until) {
        var set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        set.issueTime(Date.from(clock.instant())).expirationTime(Date.from(until));
        var header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType(kind.type))
                        .build();
        var token = new SignedJWT(header, set.build());
        try {
            token.sign(new MACSigner(key(kind)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** The claims, where it is a token of this kind, of ours, and still valid. */
    public Optional<JWTClaimsSet> verify(Kind kind, String token) {
        try {
            var parsed = SignedJWT.parse(token);
            var header = parsed.getHeader();
            if (!JWSAlgorithm.HS256.equals(header.getAlgorithm())
                    || !new JOSEObjectType(kind.type).equals(header.getType())
                    || !parsed.verify(new MACVerifier(key(kind)))) {
                return Optional.empty();
            }
            var claims = parsed.getJWTClaimsSet();
            var until = claims.getExpirationTime();
            var valid = until != null && until.toInstant().isAfter(clock.instant());
            return valid ? Optional.of(claims) : Optional.empty();
        } catch (ParseException
                | JOSEException
                | IllegalArgumentException
                | NullPointerException _) {
            return Optional.empty(); // the library does not expect the header "null"
        }
    }

    private byte[] key(Kind kind) {
        var key = keys.get(kind);
        if (key == null) {
            throw new IllegalStateException("no key for " + kind);
        }
        return key;
    }
}
