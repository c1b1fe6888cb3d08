package io.wenda.api.security;

import io.wenda.api.token.SignedTokens;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Proofs that our own panel page was served for a channel, framed by an allowed origin. */
@Component
class PanelTickets {
    private static final String CHANNEL = "channel";

    private final SignedTokens tokens;
    private final Clock clock;
    private final SecuritySettings settings;

    PanelTickets(SignedTokens tokens, Clock clock, SecuritySettings settings) {
        this.tokens = tokens;
        this.clock = clock;
        this.settings = settings;
    }

    String issue(String channelKey) {
        return tokens.sign(
                SignedTokens.Kind.PANEL,
                Map.of(CHANNEL, channelKey),
                clock.instant().plus(settings.panelTicketLife()));
    }

    boolean isFor(String channelKey, String ticket) {
        return tokens.verify(SignedTokens.Kind.PANEL, ticket)
                .map(claims -> channelKey.equals(claims.getClaim(CHANNEL)))
                .orElse(false);
    }
}
