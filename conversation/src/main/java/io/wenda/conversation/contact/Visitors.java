package io.wenda.conversation.contact;

import io.wenda.conversation.Visitor;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.VisitorId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Browsers and devices that speak for a contact on one channel. */
@Component
public class Visitors {

    /**
     * Who the company says that she is.
     *
     * @param subject the company's own stable name of her
     */
    public record Identity(
            String subject,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    /**
     * A visitor and the secret with which her browser comes back as the same one; only its keyed
     * hash is stored.
     */
    public record Started(Visitor visitor, String visitorToken) {}

    /** A new nobody: a new contact, known by nothing. */
    public Started startAnonymous(ChannelId channel, @Nullable String locale) {
        throw new UnsupportedOperationException();
    }

    /**
     * A verified visitor of the contact with that subject, made or brought up to date; always with
     * a token of its own, so that a planted anonymous token never becomes a verified one.
     */
    public Started startIdentified(ChannelId channel, Identity identity, @Nullable String locale) {
        throw new UnsupportedOperationException();
    }

    /**
     * The visitor of this company and channel that the token was given to. Call it outside of a
     * transaction.
     */
    public Optional<Visitor> resume(ChannelId channel, String visitorToken) {
        throw new UnsupportedOperationException();
    }

    /** The known ones of these. */
    public Map<VisitorId, Visitor> byIds(Collection<VisitorId> ids) {
        throw new UnsupportedOperationException();
    }
}
