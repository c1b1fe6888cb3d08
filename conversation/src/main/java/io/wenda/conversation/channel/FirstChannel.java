package io.wenda.conversation.channel;

import io.wenda.conversation.ChannelType;
import io.wenda.conversation.routing.SkillGroups;
import io.wenda.tenant.company.CompanySignedUp;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives a new company what it needs so that nobody's request has nowhere to go: the group General
 * with the owner in it, and a web channel. Both within the sign-up's transaction.
 */
@Component
class FirstChannel {
    private static final int LEVEL = 1;
    private static final int CAPACITY = 5;

    private final SkillGroups groups;
    private final Channels channels;

    FirstChannel(SkillGroups groups, Channels channels) {
        this.groups = groups;
        this.channels = channels;
    }

    @EventListener
    void on(CompanySignedUp company) {
        var general = groups.createGeneral();
        groups.addMember(general.id(), company.owner(), LEVEL, CAPACITY);
        channels.create(
                new Channels.NewChannel(
                        ChannelType.WEB, "Website", general.id(), null, null, null));
    }
}
