package io.wenda.conversation;

import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.VisitorId;

/**
 * A browser or device that speaks for a contact on one channel.
 *
 * @param verified whether the company vouched for who she is
 * @param locale BCP 47, the language that the bot's own phrases are in
 */
public record Visitor(
        VisitorId id, ChannelId channel, ContactId contact, boolean verified, String locale) {}
