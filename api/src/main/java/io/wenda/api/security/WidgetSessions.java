package io.wenda.api.security;

import io.wenda.api.limit.Limits;
import io.wenda.conversation.ChannelType;
import io.wenda.conversation.Visitor;
import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.contact.Visitors;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.PublicUrl;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a page's visitor in: who she is for the company, and a token for the page's origin. */
@Component
public class WidgetSessions {

    /**
     * What the widget asks with.
     *
     * @param origin of the request; a page cannot lie about it, other programs can
     * @param clientAddress see {@link io.wenda.api.limit.ClientAddress}
     */
    public record Start(
            String channelKey,
            @Nullable String visitorToken,
            @Nullable String panelTicket,
            @Nullable String identityToken,
            @Nullable String locale,
            @Nullable String origin,
            String clientAddress) {}

    /**
     * An open session.
     *
     * @param visitorToken with which the browser comes back as the same visitor
     * @param caller the visitor, to read her conversation with
     */
    public record Started(
            String accessToken,
            Instant expiresAt,
            String visitorToken,
            Visitor visitor,
            Caller.Visitor caller) {}

    private final Channels channels;
    private final Visitors visitors;
    private final VisitorTokens tokens;
    private final PanelTickets tickets;
    private final IdentityTokens identities;
    private final Limits limits;
    private final PublicUrl publicUrl;

    WidgetSessions(
            Channels channels,
            Visitors visitors,
            VisitorTokens tokens,
            PanelTickets tickets,
            IdentityTokens identities,
            Limits limits,
            PublicUrl publicUrl) {
        this.channels = channels;
        this.visitors = visitors;
        this.tokens = tokens;
        this.tickets = tickets;
        this.identities = identities;
        this.limits = limits;
        this.publicUrl = publicUrl;
    }

    /** Starts or renews a session; bound to no company, and outside of a transaction. */
    public Started start(Start wanted) {
        limits.session(wanted.clientAddress());
        var found =
                channels.forPublicKey(wanted.channelKey())
                        .filter(place -> place.channel().type() == ChannelType.WEB)
                        .filter(place -> place.channel().enabled())
                        .orElseThrow(() -> new Refusal.NotFound("channel", "channelKey"));
        var origin = allowed(wanted, found);
        return CurrentTenant.call(
                found.tenant(),
                () -> {
                    var visitor = visitor(wanted, found);
                    var caller =
                            new Caller.Visitor(
                                    found.tenant(),
                                    visitor.visitor().id(),
                                    visitor.visitor().channel(),
                                    visitor.visitor().contact(),
                                    visitor.visitor().verified());
                    var issued = tokens.issue(caller, origin);
                    return new Started(
                            issued.token(),
                            issued.until(),
                            visitor.visitorToken(),
                            visitor.visitor(),
                            caller);
                });
    }

    private String allowed(Start wanted, Channels.Found found) {
        var origin = wanted.origin();
        if (origin != null) {
            var listed = found.channel().allowedOrigins().contains(origin);
            var fromPanel =
                    origin.equals(publicUrl.origin())
                            && wanted.panelTicket() != null
                            && tickets.isFor(wanted.channelKey(), wanted.panelTicket());
            if (listed || fromPanel) {
                return origin;
            }
        }
        throw new Refusal.Forbidden("this page is none of the channel's allowedOrigins");
    }

    /** An identity always makes a new token, whatever token the page held before. */
    private Visitors.Started visitor(Start wanted, Channels.Found found) {
        var channel = found.channel().id();
        if (wanted.identityToken() != null) {
            var identity = identities.read(wanted.identityToken(), wanted.channelKey());
            return visitors.startIdentified(channel, identity, wanted.locale());
        }
        return Optional.ofNullable(wanted.visitorToken())
                .flatMap(token ->
                        visitors.resume(channel, token)
                                .map(visitor -> new Visitors.Started(visitor, token)))
                .orElseGet(() -> visitors.startAnonymous(channel, wanted.locale()));
    }
}
