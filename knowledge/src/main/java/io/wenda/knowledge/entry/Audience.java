package io.wenda.knowledge.entry;

import io.wenda.tenant.ChannelId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import java.util.List;
import java.util.Map;

/**
 * To whom the bot may say a version. Members read it in any case.
 *
 * @param channels on one of which a customer must be; none: on any; for CHOSEN only
 * @param attributes that a contact must have, all of them; for CHOSEN only
 */
public record Audience(Kind kind, List<ChannelId> channels, Map<String, String> attributes) {
    private static final int MOST = 20;
    private static final int LONGEST = 100;

    /** Who that is. */
    public enum Kind {
        /** Whoever asks. */
        EVERYBODY,
        /** Only those who work for the company: the bot tells it to nobody. */
        MEMBERS,
        /** Customers on some channels, or with some attributes. */
        CHOSEN
    }

    /** Whoever asks. */
    public static final Audience EVERYBODY = new Audience(Kind.EVERYBODY, List.of(), Map.of());

    /** Refuses what says nothing, or two things. */
    public Audience {
        channels = channels.stream().distinct().toList();
        attributes = Map.copyOf(attributes);
        if (channels.size() > MOST || attributes.size() > MOST) {
            throw Refusal.Invalid.tooLong(
                    "must be at most %d channels and %d attributes".formatted(MOST, MOST),
                    "audience");
        }
        attributes.forEach((name, value) -> {
            Text.line(name, LONGEST, "audience", "attributes", "name");
            Text.line(value, LONGEST, "audience", "attributes", "value");
        });
        if ((kind == Kind.CHOSEN) == (channels.isEmpty() && attributes.isEmpty())) {
            throw new Refusal.Invalid(
                    "CHOSEN needs channels or attributes, and nothing else may have them",
                    "audience");
        }
    }
}
