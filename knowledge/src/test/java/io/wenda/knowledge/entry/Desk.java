package io.wenda.knowledge.entry;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.tenant.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** What the people of a company under test do with knowledge, in short words. */
public record Desk(
        CompanyUnderTest company,
        KnowledgeEntries entries,
        Publishing publishing,
        ScheduledPublishing scheduled,
        PlannedReplays planned,
        KnowledgeReader reader,
        VersionHistory moves) {

    public EntryId create(String question, String... similar) {
        return create(company.owner(), question, similar);
    }

    public EntryId create(Caller caller, String question, String... similar) {
        var wanted =
                new NewEntry(
                        "en",
                        question,
                        List.of(similar),
                        "Answer to: " + question,
                        "Orders",
                        List.of("first"));
        return company.in(() -> entries.create(caller, wanted)).id();
    }

    public Entry revise(EntryId entry, String answer) {
        return company.in(() ->
                entries.revise(company.owner(), entry, new Revision(null, null, null, answer)));
    }

    public Entry submit(EntryId entry, int version) {
        return company.in(() -> entries.submit(company.owner(), act(entry, version)));
    }

    public Entry approve(Caller caller, EntryId entry, int version) {
        return company.in(() -> entries.approve(caller, act(entry, version)));
    }

    public Entry reject(EntryId entry, int version) {
        return company.in(() -> entries.reject(company.owner(), act(entry, version)));
    }

    public Entry publish(EntryId entry, int version) {
        return company.in(() -> {
            publishing.prepare(new VersionId(entry, version));
            return publishing.publish(company.owner(), act(entry, version));
        });
    }

    public void plan(EntryId entry, int version, Instant at) {
        company.in(() -> scheduled.schedule(company.owner(), new VersionId(entry, version), at));
    }

    /** Has so many nodes publish what is due, all at once. */
    public void publishDue(int nodes) {
        at(nodes, scheduled::publishDue);
    }

    /** Has so many nodes begin the replays of what is planned for the next minute, all at once. */
    public void replayPlanned(int nodes) {
        at(nodes, () -> planned.begin(Duration.ofMinutes(1)));
    }

    private static void at(int nodes, Runnable work) {
        CompletableFuture.allOf(
                        IntStream.range(0, nodes)
                                .mapToObj(_ -> CompletableFuture.runAsync(work))
                                .toArray(CompletableFuture[]::new))
                .join();
    }

    public Entry rollback(EntryId entry, int version) {
        return company.in(() -> {
            var next = publishing.prepareRollback(entry, version);
            return publishing.rollback(company.owner(), entry, version, next);
        });
    }

    /** From a draft to the customers. */
    public Entry bringOut(EntryId entry, int version) {
        submit(entry, version);
        approve(company.owner(), entry, version);
        return publish(entry, version);
    }

    public EntryId published(String question, String... similar) {
        var entry = create(question, similar);
        bringOut(entry, 1);
        return entry;
    }

    public Entry entry(EntryId id) {
        return Objects.requireNonNull(
                company.in(() -> reader.byIds(company.owner(), List.of(id))).get(id));
    }

    public Version version(EntryId entry, int number) {
        var id = new VersionId(entry, number);
        return Objects.requireNonNull(
                company.in(() -> reader.versions(company.owner(), List.of(id))).get(id));
    }

    public List<VersionMove> history(Caller caller, EntryId entry, int version) {
        var id = new VersionId(entry, version);
        return company.in(() -> moves.of(caller, List.of(id))).getOrDefault(id, List.of());
    }

    private static VersionAct act(EntryId entry, int version) {
        return new VersionAct(new VersionId(entry, version), "seen");
    }
}
