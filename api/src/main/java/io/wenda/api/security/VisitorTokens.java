package io.wenda.api.security;

import com.nimbusds.jwt.JWTClaimsSet;
import io.wenda.api.token.SignedTokens;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.VisitorId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Bearer tokens of visitors: bound to channel, origin and visitor. */
@Component
class VisitorTokens {

    record Issued(String token, Instant until) {}

    private final SignedTokens tokens;
    private final Clock clock;
    private final SecuritySettings settings;

    VisitorTokens(SignedTokens tokens, Clock clock, SecuritySettings settings) {
        this.tokens = tokens;
        this.clock = clock;
        this.settings = settings;
    }

    Issued issue(Caller.Visitor visitor, String origin) {
        // a JWT counts whole seconds
        var until =
                clock.instant().plus(settings.visitorTokenLife()).truncatedTo(ChronoUnit.SECONDS);
        var claims =
                Map.of(
                        "sub",
                        visitor.id().value().toString(),
                        "company",
                        visitor.tenant().value().toString(),
                        "channel",
                        visitor.channel().value().toString(),
                        "contact",
                        visitor.contact().value().toString(),
                        "verified",
                        visitor.verified(),
                        "origin",
                        origin);
        return new Issued(tokens.sign(SignedTokens.Kind.VISITOR, claims, until), until);
    }

    Optional<Bearer.OfVisitor> verify(String token) {
        return tokens.verify(SignedTokens.Kind.VISITOR, token).map(VisitorTokens::bearer);
    }

    private static Bearer.OfVisitor bearer(JWTClaimsSet claims) {
        try {
            var visitor =
                    new Caller.Visitor(
                            new TenantId(UUID.fromString(claims.getStringClaim("company"))),
                            new VisitorId(UUID.fromString(claims.getSubject())),
                            new ChannelId(UUID.fromString(claims.getStringClaim("channel"))),
                            new ContactId(UUID.fromString(claims.getStringClaim("contact"))),
                            claims.getBooleanClaim("verified"));
            return new Bearer.OfVisitor(
                    visitor,
                    claims.getStringClaim("origin"),
                    claims.getExpirationTime().toInstant());
        } catch (ParseException e) {
            throw new IllegalStateException("a token of ours has other claims than ours", e);
        }
    }
}
