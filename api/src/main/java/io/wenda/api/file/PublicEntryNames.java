package io.wenda.api.file;

import io.wenda.api.scalar.PublicIds;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.exchange.EntryNames;
import org.springframework.stereotype.Component;

/** Entries stand in files by the ids that the schema has. */
@Component
class PublicEntryNames implements EntryNames {
    private final PublicIds ids;

    PublicEntryNames(PublicIds ids) {
        this.ids = ids;
    }

    @Override
    public String of(EntryId entry) {
        return ids.of(entry);
    }

    @Override
    public EntryId read(String name) {
        return ids.as(EntryId.class, name);
    }
}
