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
    private final Map<VersionId, VersionRow> versions;

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
            Map<VersionId, VersionRow> versions) {
        this.caller = caller;
        this.now = now;
        this.fourEyes = fourEyes;
        this.gate = gate;
        this.policy = policy;
        this.askedBefore = askedBefore;
        this.known = known;
        this.versions = versions;
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
        requireFree(line, wording, line.terms());
        var entry = EntryRow.of(category, tags, now);
        var version = VersionRow.of(entry.version(1), wording, caller, now).under(line.terms());
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
            throw new Refusal.Conflict("another line before is the same entry", "entry");
        }
        var last = version(entry, entry.latest);
        var said = Said.of(line, entry, last);
        var isKnown = said.isOf(last) || isPublished(line, entry);
        if (policy == ImportPolicy.SKIP) {
            return isKnown ? new Written.Same(id) : new Written.Skipped(id);
        }
        return isKnown && !comesOut(line, entry, last) ? new Written.Same(id) : change(said, last);
    }

    private VersionRow version(EntryRow entry, int number) {
        return Objects.requireNonNull(versions.get(entry.version(number)));
    }

    /** Whether a line that names no entry says what customers read: a draft is no concern of it. */
    private boolean isPublished(Wanted line, EntryRow entry) {
        if (line.entry() != null || entry.published == null) {
            return false;
        }
        var published = version(entry, entry.published);
        return Said.of(line, entry, published).isOf(published);
    }

    /** Whether the line wants out what is known, and not out. */
    private boolean comesOut(Wanted line, EntryRow entry, VersionRow last) {
        return line.publish() && last.state != VersionState.PUBLISHED && !isPublished(line, entry);
    }

    /** What a line says of an entry: how it shall read, for whom, and where it shall stand. */
    private record Said(
            Wanted line,
            EntryRow entry,
            Wording wording,
            Terms terms,
            @Nullable String category,
            List<String> tags) {

        static Said of(Wanted line, EntryRow entry, VersionRow version) {
            var text = line.over(entry, version);
            return new Said(
                    line,
                    entry,
                    Wording.of(text),
                    line.termsOver(version),
                    KnowledgeEntries.category(text.category()),
                    KnowledgeEntries.tags(text.tags()));
        }

        boolean isOf(VersionRow version) {
            return isText(version)
                    && Objects.equals(entry.category, category)
                    && entry.tags().equals(tags);
        }

        /** Whether the version reads so, under the same terms, wherever its entry stands. */
        boolean isText(VersionRow version) {
            return version.wording().equals(wording) && version.terms().equals(terms);
        }
    }

    private Written change(Said said, VersionRow last) {
        var line = said.line();
        var comesOut = comesOut(line, said.entry(), last);
        if (last.state == VersionState.APPROVED && comesOut && said.isOf(last)) {
            requireFree(line, said.wording(), said.terms());
            return new Written.Made(last.versionId(), false, true); // as an import before left it
        }
        if (last.state == VersionState.IN_REVIEW || last.state == VersionState.APPROVED) {
            throw KnowledgeEntries.inTheWay(last, "entry");
        }
        if (said.isText(last) && !comesOut) {
            put(said);
            return new Written.Made(last.versionId(), false, false); // only filed elsewhere
        }
        requireFree(line, said.wording(), said.terms());
        return last.state == VersionState.DRAFT ? edit(said, last) : next(said);
    }

    private Written edit(Said said, VersionRow draft) {
        if (said.line().entry() == null && !draft.isWrittenOnlyBy(caller)) {
            throw new Refusal.Conflict(
                    "somebody else's draft of this entry is open: publish it first, or name the entry id",
                    "entry");
        }
        put(said);
        draft.edit(said.wording(), caller);
        draft.under(said.terms());
        changedVersions.add(draft);
        return made(said.line(), draft, false);
    }

    private Written next(Said said) {
        put(said);
        var entry = said.entry();
        entry.latest++;
        var next =
                VersionRow.of(entry.version(entry.latest), said.wording(), caller, now)
                        .under(said.terms());
        newVersions.add(next);
        return made(said.line(), next, false);
    }

    private void put(Said said) {
        said.entry().file(said.category(), said.tags());
        changedEntries.add(said.entry());
    }

    private Written made(Wanted line, VersionRow version, boolean first) {
        if (line.publish()) {
            version.submit();
            version.approve(caller, null);
            approved.add(version.versionId());
        }
        return new Written.Made(version.versionId(), first, line.publish());
    }

    private void requireFree(Wanted line, Wording wording, Terms terms) {
        if (line.publish() && wording.answer().isEmpty()) {
            throw new Refusal.Invalid("must not be empty where it shall be published", "answer");
        }
        var validity = Objects.requireNonNullElse(terms.validity(), Validity.ALWAYS);
        if (line.publish() && validity.isOver(now)) {
            throw Refusal.Conflict.notAllowedNow(
                    "is over where it shall be published: give a later one, or bring it in as a draft",
                    "validUntil");
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
