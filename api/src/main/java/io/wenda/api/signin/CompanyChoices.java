package io.wenda.api.signin;

import io.wenda.api.token.SignedTokens;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.SignIns;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Carries which companies a right password opens from one form to the next, signed. */
@Component
class CompanyChoices {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String PLACES = "places";

    private final SignedTokens tokens;
    private final SignIns signIns;
    private final Clock clock;

    CompanyChoices(SignedTokens tokens, SignIns signIns, Clock clock) {
        this.tokens = tokens;
        this.signIns = signIns;
        this.clock = clock;
    }

    String offer(List<SignIns.Match> matches) {
        var places =
                matches.stream()
                        .map(match -> match.tenant().value() + "/" + match.member().value())
                        .toList();
        return tokens.sign(
                SignedTokens.Kind.CHOICE, Map.of(PLACES, places), clock.instant().plus(LIFE));
    }

    /** The member chosen, while she is one; empty too where the offer is over. */
    Optional<SignIns.Match> chosen(String offer, int place) {
        return tokens.verify(SignedTokens.Kind.CHOICE, offer)
                .map(claims -> {
                    try {
                        return claims.getStringListClaim(PLACES);
                    } catch (ParseException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .filter(places -> place >= 0 && place < places.size())
                .map(places -> places.get(place).split("/", -1))
                .flatMap(parts ->
                        signIns.find(
                                new TenantId(UUID.fromString(parts[0])),
                                new MemberId(UUID.fromString(parts[1]))));
    }
}
