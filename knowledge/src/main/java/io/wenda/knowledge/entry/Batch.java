package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Lines of an import on their way into rows, one after the other. */
final class Batch {
    private final Caller caller;
    private final Instant now;
    private final boolean fourEyes;
    private final boolean gate;
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
            Map<EntryId, EntryRow> known,
            Map<VersionId, VersionRow> latest) {
        this.caller = caller;
        this.now = now;
        this.fourEyes = fourEyes;
        this.gate = gate;
        this.known = known;
        this.latest = latest;
    }

    void add(Wanted line) {
        try {
            outcomes.add(line.entry() == null ? begin(line) : revise(line, line.entry()));
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
        requireFree(line);
        var entry = EntryRow.of(category, tags, now);
        var version = VersionRow.of(entry.version(1), wording, caller, now);
        newEntries.add(entry);
        newVersions.add(version);
        return made(line, version);
    }

    private Written revise(Wanted line, EntryId id) {
        var entry = known.get(id);
        if (entry == null) {
            throw new Refusal.NotFound("entry", "entry");
        }
        if (!seen.add(id)) {
            throw new Refusal.Conflict("another line before names the same entry", "entry");
        }
        var wording = Wording.of(line.text());
        var category = KnowledgeEntries.category(line.text().category());
        var tags = KnowledgeEntries.tags(line.text().tags());
        requireFree(line);
        var last = Objects.requireNonNull(latest.get(entry.version(entry.latest)));
        var sameText = last.wording().equals(wording);
        var samePlace =
                Objects.equals(entry.category, category) && Arrays.asList(entry.tags).equals(tags);
        if (sameText && samePlace && !(line.publish() && last.state == VersionState.DRAFT)) {
            return new Written.Same();
        }
        return change(line, entry, last, wording);
    }

    private Written change(Wanted line, EntryRow entry, VersionRow last, Wording wording) {
        var sameText = last.wording().equals(wording);
        if (last.state == VersionState.IN_REVIEW || last.state == VersionState.APPROVED) {
            throw KnowledgeEntries.inTheWay(last, "entry");
        }
        entry.file(
                KnowledgeEntries.category(line.text().category()),
                KnowledgeEntries.tags(line.text().tags()));
        changedEntries.add(entry);
        if (last.state == VersionState.DRAFT) {
            last.edit(wording, caller);
            changedVersions.add(last);
            return made(line, last);
        }
        if (sameText) {
            return new Written.Made(last.versionId(), false, false); // only filed elsewhere
        }
        entry.latest++;
        var next = VersionRow.of(entry.version(entry.latest), wording, caller, now);
        newVersions.add(next);
        return made(line, next);
    }

    private Written made(Wanted line, VersionRow version) {
        if (line.publish()) {
            version.submit();
            version.approve(caller, null);
            approved.add(version.versionId());
        }
        return new Written.Made(version.versionId(), line.entry() == null, line.publish());
    }

    private void requireFree(Wanted line) {
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
