package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.tenant.Refusal;

/** What became of a line of an import. */
public sealed interface Written {

    /** A new entry, or the next version of one, or other words in its draft. */
    record Made(VersionId version, boolean first, boolean approved) implements Written {}

    /** Everything stands there already, word for word. */
    record Same(EntryId entry) implements Written {}

    /** The entry exists and says something else, but shall stay as it is. */
    record Skipped(EntryId entry) implements Written {}

    /** It breaks a rule; the others of its batch do not suffer. */
    record Refused(Refusal why) implements Written {}
}
