package io.wenda.knowledge.exchange;

import io.wenda.knowledge.EntryId;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Names as plain as they can be, where there is no api room. */
@Component
class Names implements EntryNames {
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
}
