package io.wenda.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import io.wenda.api.issuer.AccessTokens;
import io.wenda.api.token.SignedTokens;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * The one place that believes a bearer token, for HTTP and for WebSocket. The header's type chooses
 * which verifier must accept it, so no kind of token passes for another. What a verified token says
 * is remembered by its digest for some minutes, but never beyond its end; whether its holder still
 * is somebody is asked each time.
 */
@Component
class BearerTokens {
    private static final int MOST_REMEMBERED = 50_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final AccessTokens accessTokens;
    private final VisitorTokens visitorTokens;
    private final Callers callers;
    private final Clock clock;
    private final Cache<ByteBuffer, Bearer> verified =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();

    BearerTokens(
            AccessTokens accessTokens, VisitorTokens visitorTokens, Callers callers, Clock clock) {
        this.accessTokens = accessTokens;
        this.visitorTokens = visitorTokens;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Verifies the token, and that its holder still is somebody.
     *
     * @param origin of the page that sends it, where a page does
     */
    BearerAuthentication authenticate(String token, @Nullable String origin) {
        var bearer =
                bearer(token)
                        .orElseThrow(
                                () -> new InvalidBearerTokenException("not a valid access token"));
        if (bearer instanceof Bearer.OfVisitor visitor && !visitor.origin().equals(origin)) {
            throw new InvalidBearerTokenException(
                    "a visitor's token is used from the origin that it was made for");
        }
        requireHolder(bearer);
        return new BearerAuthentication(bearer);
    }

    /** Refuses a token whose holder is gone. */
    void requireHolder(Bearer bearer) {
        if (callers.of(bearer).isEmpty()) {
            throw new InvalidBearerTokenException("its holder has no access any more");
        }
    }

    private Optional<Bearer> bearer(String token) {
        var digest = digest(token);
        var known = verified.getIfPresent(digest);
        if (known != null && known.until().isAfter(clock.instant())) {
            return Optional.of(known);
        }
        var bearer = verify(token);
        bearer.ifPresent(it -> verified.put(digest, it));
        return bearer;
    }

    private static ByteBuffer digest(String token) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    private Optional<Bearer> verify(String token) {
        var visitor = SignedTokens.Kind.VISITOR.type().equals(type(token));
        return visitor
                ? visitorTokens.verify(token).map(Bearer.class::cast)
                : accessTokens.verify(token).map(Bearer.OfStaff::new);
    }

    /** The type that the token claims to have; nothing else of it is believed here. */
    private static @Nullable String type(String token) {
        try {
            var end = token.indexOf('.');
            return end < 0
                    ? null
                    : Optional.ofNullable(
                                    JWSHeader.parse(new Base64URL(token.substring(0, end)))
                                            .getType())
                            .map(JOSEObjectType::getType)
                            .orElse(null);
        } catch (ParseException | IllegalArgumentException | NullPointerException _) {
            // the library does not expect the header "null"
            return null;
        }
    }
}
