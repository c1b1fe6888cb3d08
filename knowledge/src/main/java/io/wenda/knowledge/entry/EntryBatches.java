package io.wenda.knowledge.entry;

import io.wenda.knowledge.KnowledgeEvent;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.attachment.Attachments;
import io.wenda.knowledge.indexing.Indexing;
import io.wenda.knowledge.trial.Gate;
import io.wenda.tenant.Caller;
import io.wenda.tenant.company.Companies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes many entries by few statements, in the caller's transaction: what {@link KnowledgeEntries}
 * and {@link Publishing} do one by one, under the same rules.
 */
@Component
public class EntryBatches {
    private final Shelf shelf;
    private final Indexing indexing;
    private final Companies companies;
    private final Journal journal;
    private final Gate gate;
    private final Attachments attachments;
    private final QuestionKeys questions;

    EntryBatches(
            Shelf shelf,
            Indexing indexing,
            Companies companies,
            Journal journal,
            Gate gate,
            Attachments attachments,
            QuestionKeys questions) {
        this.questions = questions;
        this.attachments = attachments;
        this.gate = gate;
        this.shelf = shelf;
        this.indexing = indexing;
        this.companies = companies;
        this.journal = journal;
    }

    /** What would become of the lines, in their order; nothing is written. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Written> tried(Caller caller, Portion portion) {
        return batch(caller, portion, false).outcomes();
    }

    /**
     * Writes the lines. What shall be published is approved and handed to the index; {@link
     * #publish} brings it out when the index holds it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Written> write(Caller caller, Portion portion) {
        var batch = batch(caller, portion, true);
        batch.store(shelf);
        var begun = batch.begun();
        if (!begun.isEmpty()) {
            journal.moved(caller, begun, null, VersionState.DRAFT);
        }
        var later = begun.stream().filter(it -> it.number() > 1).toList();
        attachments.carry(
                later.stream().map(it -> new VersionId(it.entry(), it.number() - 1)).toList(),
                later);
        approve(caller, batch.approved());
        return batch.outcomes();
    }

    /**
     * What came out.
     *
     * @param settled those that wait for nothing more: published now, or no longer to be
     */
    public record Out(int published, List<VersionId> settled) {}

    /**
     * Makes those among the versions that are approved, and that the index holds, what the bot
     * answers with.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Out publish(Caller caller, List<VersionId> wanted) {
        if (companies.current().fourEyesReview() || gate.isOn()) {
            return new Out(0, wanted); // it was off then: now each is to be looked at
        }
        var entries = shelf.take(wanted.stream().map(VersionId::entry).toList());
        var versions = shelf.versions(new HashSet<>(wanted));
        var approved = wanted.stream().filter(id -> mayComeOut(versions.get(id))).toList();
        var held = new HashSet<>(indexing.held(approved));
        var due = approved.stream().filter(held::contains).toList();
        if (!due.isEmpty()) {
            bringOut(
                    caller,
                    due.stream().map(id -> Objects.requireNonNull(versions.get(id))).toList(),
                    due.stream()
                            .map(id -> Objects.requireNonNull(entries.get(id.entry())))
                            .toList());
        }
        var waiting = new HashSet<>(approved);
        waiting.removeAll(held);
        return new Out(due.size(), wanted.stream().filter(id -> !waiting.contains(id)).toList());
    }

    private Batch batch(Caller caller, Portion portion, boolean forWriting) {
        var askedBefore = askedBefore(portion);
        var ids =
                portion.lines().stream()
                        .map(askedBefore::of)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        var changes = forWriting && portion.policy() != ImportPolicy.SKIP;
        var entries = changes ? shelf.take(ids) : shelf.look(ids);
        var versions =
                shelf.versions(
                        entries.values().stream()
                                .flatMap(EntryBatches::shownAndLatest)
                                .collect(Collectors.toSet()));
        var batch =
                new Batch(
                        caller,
                        journal.now(),
                        companies.current().fourEyesReview(),
                        gate.isOn(),
                        portion.policy(),
                        askedBefore,
                        entries,
                        versions);
        portion.lines().forEach(batch::add);
        return batch;
    }

    private static Stream<VersionId> shownAndLatest(EntryRow entry) {
        return Stream.of(entry.latest, entry.published)
                .filter(Objects::nonNull)
                .map(entry::version);
    }

    private AskedBefore askedBefore(Portion portion) {
        var keys =
                portion.lines().stream()
                        .map(Wanted::asked)
                        .filter(Objects::nonNull)
                        .map(LineQuestion::key)
                        .distinct()
                        .toList();
        return new AskedBefore(questions.asking(keys), portion.named(), portion.policy());
    }

    private void approve(Caller caller, List<VersionId> versions) {
        if (versions.isEmpty()) {
            return;
        }
        journal.moved(caller, versions, VersionState.DRAFT, VersionState.IN_REVIEW);
        journal.moved(caller, versions, VersionState.IN_REVIEW, VersionState.APPROVED);
        indexing.want(versions);
        var tenant = caller.tenant();
        var now = journal.now();
        journal.tell(
                versions.stream()
                        .flatMap(id ->
                                Stream.<KnowledgeEvent>of(
                                        new KnowledgeEvent.Submitted(
                                                tenant, id.entry(), id.number(), now),
                                        new KnowledgeEvent.Approved(
                                                tenant, id.entry(), id.number(), now)))
                        .toList());
    }

    private void bringOut(Caller caller, List<VersionRow> versions, List<EntryRow> entries) {
        var before =
                entries.stream()
                        .filter(entry -> entry.published != null)
                        .map(entry -> entry.version(Objects.requireNonNull(entry.published)))
                        .toList();
        var retired = List.copyOf(shelf.versions(new HashSet<>(before)).values());
        var now = journal.now();
        var facts = new ArrayList<KnowledgeEvent>();
        retired.forEach(VersionRow::retire);
        for (var i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            var entry = entries.get(i);
            version.publish(now);
            facts.add(
                    new KnowledgeEvent.Published(
                            caller.tenant(),
                            entry.entryId(),
                            version.number,
                            now,
                            entry.published));
            entry.published = version.number;
        }
        shelf.putAll(retired); // first: only one of an entry may be published
        shelf.putAll(versions);
        shelf.putAll(entries);
        if (!before.isEmpty()) {
            journal.moved(caller, before, VersionState.PUBLISHED, VersionState.RETIRED);
            indexing.want(before);
        }
        journal.moved(
                caller,
                versions.stream().map(VersionRow::versionId).toList(),
                VersionState.APPROVED,
                VersionState.PUBLISHED);
        journal.tell(facts);
    }

    private boolean mayComeOut(@Nullable VersionRow version) {
        return version != null
                && version.state == VersionState.APPROVED
                && !version.isOver(journal.now());
    }
}
