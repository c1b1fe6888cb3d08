package io.wenda.knowledge.exchange;

import io.wenda.knowledge.EntryId;
import io.wenda.tenant.ChannelId;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Names as plain as they can be, where there is no api room. */
@Component
class Names implements EntryNames, ChannelNames {
    @Override
    public String of(EntryId entry) {
        return entry.value().toString();
    }

    @Override
    public EntryId read(String name) {
        try {
            return new EntryId(UUID.fromString(name));
        } catch (IllegalArgumentException _) {
            return new EntryId(new UUID(0, 0));
        }
    }

    /** Channels are other rooms' as well. */
    @Override
    public Map<String, ChannelId> all() {
        return Map.of();
    }
}
