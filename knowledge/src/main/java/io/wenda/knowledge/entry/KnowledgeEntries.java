package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.KnowledgeEvent;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.attachment.Attachments;
import io.wenda.knowledge.attachment.FileId;
import io.wenda.knowledge.indexing.Indexing;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import io.wenda.tenant.company.Companies;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes, reviews and gives back versions of entries; publishing them is {@link Publishing}. */
@Component
public class KnowledgeEntries {
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 50;
    private static final int LONGEST_COMMENT = 2_000;

    private final Shelf shelf;
    private final Indexing indexing;
    private final Companies companies;
    private final Journal journal;
    private final Attachments attachments;

    KnowledgeEntries(
            Shelf shelf,
            Indexing indexing,
            Companies companies,
            Journal journal,
            Attachments attachments) {
        this.attachments = attachments;
        this.shelf = shelf;
        this.indexing = indexing;
        this.companies = companies;
        this.journal = journal;
    }

    /** A new entry, whose version 1 is a draft. */
    @Transactional
    public Entry create(Caller caller, NewEntry wanted) {
        return create(caller, wanted, Terms.AS_BEFORE);
    }

    /** A new entry, whose version 1 is a draft that holds under these terms. */
    @Transactional
    public Entry create(Caller caller, NewEntry wanted, Terms terms) {
        var wording = Wording.of(wanted);
        var category = category(wanted.category());
        var tags = tags(wanted.tags());
        var now = journal.now();
        var entry = EntryRow.of(category, tags, now);
        shelf.add(entry);
        begin(caller, VersionRow.of(entry.version(1), wording, caller, now).under(terms));
        journal.record(caller, "create", entry.version(1));
        return entry.toEntry();
    }

    /** Puts an entry into a category, or into none, and under tags; its versions stay. */
    @Transactional
    public Entry file(Caller caller, EntryId id, @Nullable String category, List<String> tags) {
        var entry = shelf.take(id);
        entry.file(category(category), tags(tags));
        shelf.put(entry);
        journal.record(caller, "file", entry.version(entry.latest));
        return entry.toEntry();
    }

    /** Edits the open draft, else begins the next version. */
    @Transactional
    public Entry revise(Caller caller, EntryId id, Revision change) {
        return revise(caller, id, change, Terms.AS_BEFORE);
    }

    /** Edits the open draft, else begins the next version, under other terms too. */
    @Transactional
    public Entry revise(Caller caller, EntryId id, Revision change, Terms terms) {
        var entry = shelf.take(id);
        var latest = shelf.version(entry.version(entry.latest), "entryId");
        var wording = latest.wording().with(change);
        requireLatest(latest, change, wording);
        switch (latest.state) {
            case DRAFT -> {
                latest.edit(wording, caller);
                latest.under(terms);
                shelf.put(latest);
            }
            case IN_REVIEW, APPROVED -> throw inTheWay(latest);
            case PUBLISHED, RETIRED -> {
                entry.latest++;
                shelf.put(entry);
                begin(
                        caller,
                        VersionRow.of(entry.version(entry.latest), wording, caller, journal.now())
                                .under(latest, terms));
                attachments.carry(
                        List.of(latest.versionId()), List.of(entry.version(entry.latest)));
            }
        }
        journal.record(caller, "revise", entry.version(entry.latest));
        return entry.toEntry();
    }

    /** The latest version, its entry kept from everybody else until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Version take(EntryId id) {
        var entry = shelf.take(id);
        return shelf.version(entry.version(entry.latest), "entryId").toVersion();
    }

    /**
     * Adds a file to the open draft, else to the next version.
     *
     * @param name what it is called there; absent: as it was sent
     */
    @Transactional
    public Entry attach(
            Caller caller, EntryId id, Revision expected, FileId file, @Nullable String name) {
        var entry = revise(caller, id, expected);
        attachments.attach(new VersionId(id, entry.latest()), file, name);
        return entry;
    }

    /** Takes a file out of the open draft, else begins the next version without it. */
    @Transactional
    public Entry detach(Caller caller, EntryId id, Revision expected, FileId file) {
        var entry = revise(caller, id, expected);
        attachments.detach(new VersionId(id, entry.latest()), file);
        return entry;
    }

    /** Hands a draft in for review. */
    @Transactional
    public Entry submit(Caller caller, VersionAct act) {
        var entry = shelf.take(act.version().entry());
        var version = read(act);
        version.submit();
        shelf.put(version);
        journal.moved(caller, version, VersionState.DRAFT, comment(act));
        handedIn(caller, version);
        return entry.toEntry();
    }

    /** Agrees to a version; under four-eyes review only a member who wrote nothing of it may. */
    @Transactional
    public Entry approve(Caller caller, VersionAct act) {
        var entry = shelf.take(act.version().entry());
        var version = read(act);
        version.approve(caller, comment(act));
        requireReviewed(version);
        shelf.put(version);
        journal.moved(caller, version, VersionState.IN_REVIEW, version.comment);
        journal.record(caller, "approve", act.version());
        journal.tell(
                new KnowledgeEvent.Approved(
                        caller.tenant(), entry.entryId(), version.number, journal.now()));
        return entry.toEntry();
    }

    /** Gives a version back that is in review or approved: it is a draft again. */
    @Transactional
    public Entry reject(Caller caller, VersionAct act) {
        var entry = shelf.take(act.version().entry());
        var version = read(act);
        var from = version.state;
        version.reject(caller, comment(act));
        shelf.put(version);
        journal.moved(caller, version, from, version.comment);
        indexing.want(act.version());
        journal.record(caller, "reject", act.version());
        journal.tell(
                new KnowledgeEvent.Rejected(
                        caller.tenant(), entry.entryId(), version.number, journal.now()));
        return entry.toEntry();
    }

    /** The next version, with the wording of an old one, in review. */
    @Transactional
    Entry submitAgain(Caller caller, EntryId id, int number) {
        var entry = shelf.take(id);
        var old = old(entry, number);
        entry.latest++;
        shelf.put(entry);
        var next =
                VersionRow.of(entry.version(entry.latest), old.wording(), caller, journal.now())
                        .under(old, Terms.AS_BEFORE);
        next.requireTimeLeft(journal.now());
        next.submit();
        begin(caller, next);
        attachments.carry(List.of(old.versionId()), List.of(next.versionId()));
        handedIn(caller, next);
        return entry.toEntry();
    }

    /** What going back to an old version would make. */
    Again again(EntryId id, int number) {
        var entry = shelf.take(id);
        return new Again(
                entry.version(entry.latest + 1),
                old(entry, number).wording().questions(),
                companies.current().fourEyesReview());
    }

    record Again(VersionId version, List<String> questions, boolean inReviewFirst) {}

    /** Refuses what only its writers have seen, where the company asks for four eyes. */
    void requireReviewed(VersionRow version) {
        if (companies.current().fourEyesReview()) {
            version.requireAnotherReviewer();
        }
    }

    /** A version that the entry may go back to, nothing newer being in the making. */
    private VersionRow old(EntryRow entry, int number) {
        var latest = shelf.version(entry.version(entry.latest), "entryId");
        if (latest.state.isOpen()) {
            throw inTheWay(latest);
        }
        if (entry.published != null && entry.published == number) {
            throw Refusal.Conflict.notAllowedNow("this version is the published one", "toVersion");
        }
        return shelf.version(entry.version(number), "toVersion");
    }

    /** The version, if its text is the one that she read; its entry has been taken. */
    VersionRow read(VersionAct act) {
        var version = shelf.version(act.version(), "version");
        act.requireRead(version.revision);
        return version;
    }

    private void begin(Caller caller, VersionRow version) {
        shelf.add(version);
        journal.moved(caller, version, null, null);
    }

    private void handedIn(Caller caller, VersionRow version) {
        indexing.want(version.versionId());
        journal.record(caller, "submit", version.versionId());
        journal.tell(
                new KnowledgeEvent.Submitted(
                        caller.tenant(),
                        version.versionId().entry(),
                        version.number,
                        journal.now()));
    }

    /** Refuses what was written in ignorance of another's text. */
    private static void requireLatest(VersionRow latest, Revision change, Wording yours) {
        if (change.expectedVersion() != null && change.expectedVersion() != latest.number) {
            throw new WrittenMeanwhile(latest.toVersion(), yours, "expectedVersion");
        }
        if (change.expectedRevision() != null && change.expectedRevision() != latest.revision) {
            throw new WrittenMeanwhile(latest.toVersion(), yours, "expectedRevision");
        }
    }

    private static Refusal inTheWay(VersionRow open) {
        return inTheWay(open, "entryId");
    }

    /** An open version is in the way of another. */
    static Refusal inTheWay(VersionRow open, String field) {
        return new Refusal.Conflict(
                "version %d is %s: publish, reject or finish it first"
                        .formatted(open.number, open.state),
                field);
    }

    static @Nullable String category(@Nullable String value) {
        return CategoryPath.of(value, "category");
    }

    static List<String> tags(List<String> values) {
        return Wording.lines(values, MOST_TAGS, LONGEST_TAG, "tags");
    }

    private static @Nullable String comment(VersionAct act) {
        return comment(act.comment());
    }

    /** What somebody said about what she did, fit to be kept. */
    static @Nullable String comment(@Nullable String comment) {
        return comment == null || comment.isBlank()
                ? null
                : Text.text(comment, LONGEST_COMMENT, "comment");
    }
}
