package io.wenda.api.security;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.wenda.conversation.contact.Visitors;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import io.wenda.tenant.key.IdentityKey;
import io.wenda.tenant.key.IdentityKeys;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a company signed about a visitor, with a key of its own. */
@Component
class IdentityTokens {
    private static final String FIELD = "identityToken";
    private static final int LONGEST_TEXT = 200;

    private final IdentityKeys keys;
    private final Clock clock;
    private final SecuritySettings settings;

    IdentityTokens(IdentityKeys keys, Clock clock, SecuritySettings settings) {
        this.keys = keys;
        this.clock = clock;
        this.settings = settings;
    }

    /** The identity, where a key of the current company signed it for this channel just now. */
    Visitors.Identity read(String token, String channelKey) {
        try {
            var parsed = SignedJWT.parse(token);
            var claims = parsed.getJWTClaimsSet();
            requireSignature(parsed);
            requireValid(claims, channelKey);
            return new Visitors.Identity(
                    Text.line(orEmpty(claims.getSubject()), LONGEST_TEXT, FIELD),
                    optional(claims, "name"),
                    optional(claims, "email"),
                    optional(claims, "phone"));
        } catch (ParseException | IllegalArgumentException | NullPointerException _) {
            // the library does not expect the header "null"
            throw refused("is not a signed JWT");
        }
    }

    /** The algorithm is the key's, never the token's choice. */
    private void requireSignature(SignedJWT token) {
        var keyId = token.getHeader().getKeyID();
        var key =
                (keyId == null ? Optional.<IdentityKey>empty() : keys.forKeyId(keyId))
                        .orElseThrow(() -> refused("names no key of this company in kid"));
        if (!key.algorithm().equals(token.getHeader().getAlgorithm().getName())) {
            throw refused("must be signed with " + key.algorithm());
        }
        if (!signs(key, token)) {
            throw refused("has a wrong signature");
        }
    }

    private static boolean signs(IdentityKey key, SignedJWT token) {
        try {
            var ecdsa = key.algorithm().equals("ES256");
            var signature =
                    Signature.getInstance(ecdsa ? "SHA256withECDSAinP1363Format" : "Ed25519");
            signature.initVerify(key.publicKey());
            signature.update(token.getSigningInput());
            return signature.verify(token.getSignature().decode());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private void requireValid(JWTClaimsSet claims, String channelKey) {
        if (!claims.getAudience().contains(channelKey)) {
            throw refused("must name the channel's publicKey in aud");
        }
        var until = claims.getExpirationTime();
        var now = clock.instant();
        if (until == null || !until.toInstant().isAfter(now)) {
            throw refused("is over: exp must lie ahead");
        }
        if (until.toInstant().isAfter(now.plus(settings.identityTokenLife()))) {
            throw refused("lives too long: exp must lie within " + settings.identityTokenLife());
        }
        var from = claims.getNotBeforeTime();
        if (from != null && from.toInstant().isAfter(now)) {
            throw refused("is not valid yet");
        }
    }

    private static @Nullable String optional(JWTClaimsSet claims, String name)
            throws ParseException {
        var value = claims.getStringClaim(name);
        return value == null || value.isBlank() ? null : Text.line(value, LONGEST_TEXT, FIELD);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Refusal.Invalid refused(String why) {
        return new Refusal.Invalid(why, FIELD);
    }
}
