package io.wenda.knowledge.exchange;

import io.wenda.knowledge.entry.EntryBatches;
import io.wenda.knowledge.entry.Portion;
import io.wenda.knowledge.entry.QuestionKeys;
import io.wenda.knowledge.entry.Written;
import io.wenda.knowledge.exchange.WorkTable.Claim;
import io.wenda.knowledge.exchange.file.Content;
import io.wenda.knowledge.exchange.file.FileFault;
import io.wenda.knowledge.exchange.file.FileRefused;
import io.wenda.knowledge.exchange.file.KnowledgeFiles;
import io.wenda.tenant.company.Audit;
import io.wenda.tenant.round.Tries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on one import: reads the file anew whoever takes it in hand, as long as lines are left, and
 * goes on behind the last line that is done. A transaction writes some lines and counts them, so a
 * process may die wherever it likes.
 */
@Component
class ImportRun {
    private static final Duration FOR_THE_INDEX = Duration.ofMillis(500);

    private final WorkTable work;
    private final PublicationTable publications;
    private final Lease lease;
    private final FaultTable faults;
    private final OutcomeTable outcomes;
    private final QuestionKeys questions;
    private final Uploads uploads;
    private final KnowledgeFiles files;
    private final WantedLines wanted;
    private final EntryBatches entries;
    private final Audit audit;
    private final ExchangeSettings settings;
    private final TransactionTemplate transactions;

    ImportRun(
            WorkTable work,
            PublicationTable publications,
            Lease lease,
            FaultTable faults,
            OutcomeTable outcomes,
            QuestionKeys questions,
            Uploads uploads,
            KnowledgeFiles files,
            WantedLines wanted,
            EntryBatches entries,
            Audit audit,
            ExchangeSettings settings,
            TransactionTemplate transactions) {
        this.work = work;
        this.publications = publications;
        this.lease = lease;
        this.faults = faults;
        this.outcomes = outcomes;
        this.questions = questions;
        this.uploads = uploads;
        this.files = files;
        this.wanted = wanted;
        this.entries = entries;
        this.audit = audit;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** Takes the current company's import in hand, if it is due, and does what can be done. */
    void run(ImportId id, BooleanSupplier stopping) {
        transactions
                .<Optional<Claim>>execute(_ -> work.claim(id))
                .ifPresent(claim -> run(claim, stopping));
    }

    private void run(Claim claim, BooleanSupplier stopping) {
        try {
            if (claim.attempts() >= Tries.MOST) {
                end(claim, ImportState.FAILED, whereItEnded(claim));
            } else if (claim.isWritten() || write(claim, stopping)) {
                publish(claim, stopping);
            }
        } catch (RuntimeException | Error e) {
            again(claim, e);
            throw e;
        }
    }

    /** Where PostgreSQL is away the lease ends, which counts only where another node takes over. */
    private void again(Claim claim, Throwable cut) {
        var counts = Tries.isOwnFault(cut);
        var wait = counts ? Tries.pause(claim.attempts() + 1) : settings.sweep();
        try {
            transactions.executeWithoutResult(_ -> work.again(claim, counts, wait));
        } catch (RuntimeException e) {
            cut.addSuppressed(e);
        }
    }

    private static Import.Failure whereItEnded(Claim claim) {
        var tries = "each of %d tries ended while ".formatted(Tries.MOST);
        if (claim.isWritten()) {
            return Import.Failure.of(
                    FileFault.PUBLISHING_ENDED,
                    null,
                    tries + "entries were published: publish the others yourself");
        }
        var entry = claim.done() + 1;
        return claim.lines() == null
                ? Import.Failure.of(
                        FileFault.READING_ENDED,
                        null,
                        tries + "the file was read: split it, or save it in another format")
                : Import.Failure.of(
                        FileFault.WRITING_ENDED,
                        entry,
                        tries
                                + "entry %d of the file was written: import the file without it"
                                        .formatted(entry));
    }

    /** One by one where tries ended again and again, so that one alone is to blame. */
    private int atOnce(Claim claim) {
        return claim.attempts() >= Tries.MOST / 2 ? 1 : settings.batch();
    }

    /** Deals with the lines; false where it is not to be gone on with. */
    private boolean write(Claim claim, BooleanSupplier stopping) {
        Content content;
        try {
            content = lease.during(claim, () -> content(claim));
        } catch (FileRefused refused) {
            end(claim, ImportState.FAILED, Import.Failure.of(refused));
            return false;
        }
        transactions.executeWithoutResult(
                _ -> work.begin(claim, content.header(), content.lines().size()));
        var file = lease.during(claim, () -> wanted.of(claim, content));
        var left = true;
        while (left && !stopping.getAsBoolean()) {
            left = transactions.execute(_ -> step(claim, file));
        }
        if (left) {
            release(claim, Duration.ZERO);
        }
        return !left;
    }

    private Content content(Claim claim) {
        while (transactions.execute(_ -> questions.fillIn())) {
            // a transaction for some
        }
        var bytes =
                transactions
                        .<Optional<byte[]>>execute(_ -> uploads.bytes(claim.upload()))
                        .orElseThrow(
                                () -> FileFault.GONE.refusal("the file is gone: send it again"));
        return files.read(claim.format(), claim.name(), bytes, claim.mapping());
    }

    /** The next lines; whether there may be more. */
    private boolean step(Claim claim, WantedLines.File file) {
        var lines = file.lines();
        var done = work.hold(claim);
        if (done.isEmpty() || done.get() >= lines.size()) {
            return false; // lost, cancelled or done
        }
        var from = done.get();
        var next = lines.subList(from, Math.min(lines.size(), from + atOnce(claim)));
        var fit =
                next.stream()
                        .filter(it -> it.wanted() != null)
                        .map(WantedLines.Read::known)
                        .toList();
        var portion = new Portion(fit, claim.policy(), file.named());
        record(
                claim,
                next,
                claim.dryRun()
                        ? entries.tried(claim.author(), portion)
                        : entries.write(claim.author(), portion));
        return true;
    }

    private void record(Claim claim, List<WantedLines.Read> lines, List<Written> written) {
        var tally = new Tally(claim.dryRun());
        var next = written.iterator();
        for (var line : lines) {
            tally.add(
                    line,
                    line.refusal() == null ? next.next() : new Written.Refused(line.refusal()));
        }
        faults.add(claim.id(), tally.refused());
        outcomes.add(claim.id(), tally.lines());
        if (!claim.dryRun()) {
            publications.add(claim.id(), tally.approved());
        }
        work.add(claim, tally.step());
    }

    /** Brings out what the index holds; what it does not hold yet waits for a later round. */
    private void publish(Claim claim, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean() && transactions.execute(_ -> publishSome(claim))) {
            // a transaction for each batch
        }
        var left = transactions.execute(_ -> publications.left(claim.id()));
        if (left.forIndex() > 0) {
            release(claim, FOR_THE_INDEX);
        } else {
            end(claim, ImportState.DONE, left.forNothing() > 0 ? refused(left) : null);
        }
    }

    private static Import.Failure refused(PublicationTable.Left left) {
        return Import.Failure.of(
                FileFault.NOT_INDEXED,
                left.forNothing(),
                "the search index refuses %d of the entries: change their questions"
                        .formatted(left.forNothing()));
    }

    private boolean publishSome(Claim claim) {
        if (work.hold(claim).isEmpty()) {
            return false;
        }
        var due = publications.ready(claim.id(), atOnce(claim));
        if (due.isEmpty()) {
            return false;
        }
        var outcome = entries.publish(claim.author(), due);
        publications.settled(claim.id(), outcome.settled());
        work.published(claim, outcome.published());
        return !outcome.settled().isEmpty();
    }

    private void release(Claim claim, Duration wait) {
        transactions.executeWithoutResult(_ -> work.release(claim, wait));
    }

    private void end(Claim claim, ImportState state, Import.@Nullable Failure failure) {
        transactions.executeWithoutResult(_ -> {
            if (work.hold(claim).isPresent()) {
                work.end(claim, state, failure);
                if (!claim.dryRun()) {
                    uploads.drop(claim.upload());
                    audit.record(
                            claim.author(),
                            "knowledge-import.end",
                            claim.id().value().toString(),
                            Map.of("state", state.name()));
                }
            }
        });
    }
}
