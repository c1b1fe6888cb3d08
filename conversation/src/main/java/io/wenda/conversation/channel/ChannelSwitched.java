package io.wenda.conversation.channel;

import io.wenda.tenant.ChannelId;
import io.wenda.tenant.TenantId;

/**
 * A channel was switched on or off. Told after the commit, so that whoever serves its visitors lets
 * go at once; on every node.
 */
public record ChannelSwitched(TenantId tenant, ChannelId channel, boolean enabled) {}
