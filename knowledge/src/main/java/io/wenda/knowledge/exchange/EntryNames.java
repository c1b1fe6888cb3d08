package io.wenda.knowledge.exchange;

import io.wenda.knowledge.EntryId;

/** How the ids of entries stand in files: as the world sees them, which this room does not know. */
public interface EntryNames {
    String of(EntryId entry);

    /** The entry of that name; one that nothing has, where it is no such name. */
    EntryId read(String name);
}
