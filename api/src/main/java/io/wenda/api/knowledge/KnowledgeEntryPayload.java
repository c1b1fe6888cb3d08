package io.wenda.api.knowledge;

import io.wenda.api.graphql.RefusedPayload;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.Wording;
import io.wenda.knowledge.entry.WrittenMeanwhile;
import io.wenda.tenant.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entry as it is after an act, or both texts where somebody else wrote meanwhile. */
record KnowledgeEntryPayload(
        @Nullable Entry entry, @Nullable KnowledgeConflict conflict, @Nullable Refusal refusal)
        implements RefusedPayload {

    /** Both texts. */
    record KnowledgeConflict(KnowledgeVersion theirs, Wording yours) {}

    static KnowledgeEntryPayload of(Entry entry) {
        return new KnowledgeEntryPayload(entry, null, null);
    }

    static KnowledgeEntryPayload of(WrittenMeanwhile both) {
        return new KnowledgeEntryPayload(
                null,
                new KnowledgeConflict(KnowledgeVersion.of(both.theirs()), both.yours()),
                both);
    }

    static KnowledgeEntryPayload of(Refusal refusal) {
        return new KnowledgeEntryPayload(null, null, refusal);
    }

    EntryId entryId() {
        return Objects.requireNonNull(entry, "refused").id();
    }
}
