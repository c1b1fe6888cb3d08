package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines of an import on their way into rows, one after the other. */
final class Batch {
    private final Caller caller;
    private final Instant now;
    private final boolean fourEyes;
    private final boolean gate;
    private final ImportPolicy policy;
    private final AskedBefore askedBefore;
    private final Map<EntryId, EntryRow> known;
    private final Map<VersionId, VersionRow> latest;

    private final Set<EntryId> seen = new HashSet<>();
    private final List<EntryRow> newEntries = new ArrayList<>();
    private final List<VersionRow> newVersions = new ArrayList<>();
    private final List<EntryRow> changedEntries = new ArrayList<>();
    private final List<VersionRow> changedVersions = new ArrayList<>();
    private final List<VersionId> approved = new ArrayList<>();
    private final List<Written> outcomes = new ArrayList<>();

    Batch(
            Caller caller,
            Instant now,
            boolean fourEyes,
            boolean gate,
            ImportPolicy policy,
            AskedBefore askedBefore,
            Map<EntryId, EntryRow> known,
            Map<VersionId, VersionRow> latest) {
        this.caller = caller;
        this.now = now;
        this.fourEyes = fourEyes;
        this.gate = gate;
        this.policy = policy;
        this.askedBefore = askedBefore;
        this.known = known;
        this.latest = latest;
    }

    void add(Wanted line) {
        try {
            askedBefore.requireOnePlace(line);
            var entry = askedBefore.of(line);
            outcomes.add(entry.isEmpty() ? begin(line) : revise(line, entry.get()));
        } catch (Refusal refusal) {
            outcomes.add(new Written.Refused(refusal));
        }
    }

    List<Written> outcomes() {
        return outcomes;
    }

    List<VersionId> begun() {
        return newVersions.stream().map(VersionRow::versionId).toList();
    }

    List<VersionId> approved() {
        return approved;
    }

    void store(Shelf shelf) {
        shelf.addAll(newEntries);
        shelf.putAll(changedEntries);
        shelf.addAll(newVersions);
        shelf.putAll(changedVersions);
    }

    private Written begin(Wanted line) {
        var wording = Wording.of(line.text());
        var category = KnowledgeEntries.category(line.text().category());
        var tags = KnowledgeEntries.tags(line.text().tags());
        requireFree(line, wording);
        var entry = EntryRow.of(category, tags, now);
        var version = VersionRow.of(entry.version(1), wording, caller, now);
        newEntries.add(entry);
        newVersions.add(version);
        return made(line, version, true);
    }

    private Written revise(Wanted line, EntryId id) {
        var entry = known.get(id);
        if (entry == null) {
            throw new Refusal.NotFound("entry", "entry");
        }
        if (!seen.add(id)) {
            throw new Refusal.Conflict("another line before names the same entry", "entry");
        }
        var last = Objects.requireNonNull(latest.get(entry.version(entry.latest)));
        var text = line.over(entry, last);
        var filed = new Filed(entry, text);
        var wording = Wording.of(text);
        var isSame = last.wording().equals(wording) && filed.isSame();
        var isPublished = line.publish() && last.state == VersionState.DRAFT;
        if (isSame && (policy == ImportPolicy.SKIP || !isPublished)) {
            return new Written.Same(id);
        }
        return policy == ImportPolicy.SKIP
                ? new Written.Skipped(id)
                : change(line, filed, last, wording);
    }

    /** Where an entry stands, and where it shall stand. */
    private record Filed(EntryRow entry, @Nullable String category, List<String> tags) {
        Filed(EntryRow entry, NewEntry text) {
            this(
                    entry,
                    KnowledgeEntries.category(text.category()),
                    KnowledgeEntries.tags(text.tags()));
        }

        boolean isSame() {
            return Objects.equals(entry.category, category) && entry.tags().equals(tags);
        }
    }

    private Written change(Wanted line, Filed filed, VersionRow last, Wording wording) {
        if (last.state == VersionState.IN_REVIEW || last.state == VersionState.APPROVED) {
            throw KnowledgeEntries.inTheWay(last, "entry");
        }
        var entry = filed.entry();
        var isDraft = last.state == VersionState.DRAFT;
        if (!isDraft && last.wording().equals(wording)) {
            put(filed);
            return new Written.Made(last.versionId(), false, false); // only filed elsewhere
        }
        requireFree(line, wording);
        if (line.publish()) {
            last.requireTimeLeft(now);
        }
        put(filed);
        if (isDraft) {
            last.edit(wording, caller);
            changedVersions.add(last);
            return made(line, last, false);
        }
        entry.latest++;
        var next =
                VersionRow.of(entry.version(entry.latest), wording, caller, now)
                        .under(last, Terms.AS_BEFORE);
        newVersions.add(next);
        return made(line, next, false);
    }

    private void put(Filed filed) {
        filed.entry().file(filed.category(), filed.tags());
        changedEntries.add(filed.entry());
    }

    private Written made(Wanted line, VersionRow version, boolean first) {
        if (line.publish()) {
            version.submit();
            version.approve(caller, null);
            approved.add(version.versionId());
        }
        return new Written.Made(version.versionId(), first, line.publish());
    }

    private void requireFree(Wanted line, Wording wording) {
        if (line.publish() && wording.answer().isEmpty()) {
            throw new Refusal.Invalid("must not be empty where it shall be published", "answer");
        }
        if (line.publish() && fourEyes) {
            throw Refusal.Conflict.notAllowedNow(
                    "four-eyes review is on: bring it in as a draft, and have a colleague approve it",
                    "state");
        }
        if (line.publish() && gate) {
            throw Refusal.Conflict.notAllowedNow(
                    "the replay gate is on: bring it in as a draft, and publish it when its replay is done",
                    "state");
        }
    }
}
