package io.wenda.knowledge.answering;

import io.wenda.tenant.ChannelId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * To whom the bot says a version.
 *
 * @param channels on one of which a customer must be; none: on any
 * @param attributes that a contact must have, all of them
 */
record ToldTo(Kind kind, Set<ChannelId> channels, Map<String, Object> attributes) {

    /** As the database has it. */
    enum Kind {
        EVERYBODY,
        MEMBERS,
        CHOSEN
    }

    boolean includes(Asker asker) {
        return switch (kind) {
            case EVERYBODY -> true;
            case MEMBERS -> false;
            case CHOSEN ->
                    isOn(asker.channel())
                            && asker.attributes().entrySet().containsAll(attributes.entrySet());
        };
    }

    private boolean isOn(@Nullable ChannelId channel) {
        return channels.isEmpty() || (channel != null && channels.contains(channel));
    }
}
