package io.wenda.knowledge;

import io.wenda.tenant.TenantId;
import io.wenda.tenant.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact about a version of an entry. */
public sealed interface KnowledgeEvent extends Event {

    /** The entry. */
    EntryId entry();

    /** Number of the version. */
    int version();

    /** It was handed in for review. */
    record Submitted(TenantId tenant, EntryId entry, int version, Instant at)
            implements KnowledgeEvent {
        @Override
        public String type() {
            return "knowledge.submitted";
        }
    }

    /** A reviewer agreed to it. */
    record Approved(TenantId tenant, EntryId entry, int version, Instant at)
            implements KnowledgeEvent {
        @Override
        public String type() {
            return "knowledge.approved";
        }
    }

    /** A reviewer gave it back: a draft again. */
    record Rejected(TenantId tenant, EntryId entry, int version, Instant at)
            implements KnowledgeEvent {
        @Override
        public String type() {
            return "knowledge.rejected";
        }
    }

    /** The day has come on which somebody ought to read the entry again. */
    record ReviewDue(TenantId tenant, EntryId entry, int version, Instant at)
            implements KnowledgeEvent {
        @Override
        public String type() {
            return "knowledge.review-due";
        }
    }

    /** The bot answers with nothing of the entry any more. */
    record Retired(TenantId tenant, EntryId entry, int version, Instant at)
            implements KnowledgeEvent {
        @Override
        public String type() {
            return "knowledge.retired";
        }
    }

    /**
     * The bot answers with it from now on.
     *
     * @param retired number of the version that it took the place of
     */
    record Published(
            TenantId tenant, EntryId entry, int version, Instant at, @Nullable Integer retired)
            implements KnowledgeEvent {
        @Override
        public String type() {
            return "knowledge.published";
        }
    }
}
