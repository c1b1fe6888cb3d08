package io.wenda.knowledge.trial;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.Overlay;
import io.wenda.knowledge.answering.Rehearsal;
import io.wenda.knowledge.indexing.Indexing;
import io.wenda.knowledge.trial.TrialTable.InHand;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.round.Renewal;
import io.wenda.tenant.round.Tries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs one trial of the current company on the calling thread, some questions at a time, while a
 * second thread reads the next ones. Whatever was asked is written down at once: a node that takes
 * it over goes on where this one ended.
 */
@Component
class TrialRun {
    private static final Logger LOG = LoggerFactory.getLogger(TrialRun.class);
    private static final int AT_ONCE = 128;
    private static final int FROM_THE_FIRST = -1;
    private static final Duration LONGEST_STEP = Duration.ofMinutes(10);
    private static final String IN_VAIN =
            "each of %d tries ended at the same questions: try fewer of them".formatted(Tries.MOST);
    private static final Executor ASIDE =
            reading -> Thread.ofPlatform().daemon().name("knowledge-trial-reading").start(reading);

    private final TrialTable table;
    private final TrialQuestions questions;
    private final TrialReader reader;
    private final Rehearsal rehearsal;
    private final Indexing indexing;
    private final TransactionTemplate transactions;
    private final TrialSettings settings;
    private final Renewal renewal;

    TrialRun(
            TrialTable table,
            TrialQuestions questions,
            TrialReader reader,
            Rehearsal rehearsal,
            Indexing indexing,
            TransactionTemplate transactions,
            TrialSettings settings) {
        this.table = table;
        this.questions = questions;
        this.reader = reader;
        this.rehearsal = rehearsal;
        this.indexing = indexing;
        this.transactions = transactions;
        this.settings = settings;
        this.renewal = new Renewal(settings.lease(), LONGEST_STEP);
    }

    /** The change of a trial is not what it was begun with. */
    private static final class Revised extends RuntimeException {
        static final String FAULT = "a version was revised after the replay was begun";

        Revised() {
            super(FAULT, null, false, false);
        }
    }

    /**
     * Runs the trial, unless another has it in hand.
     *
     * @param goOn whether this process means to go on
     */
    void run(TrialId id, BooleanSupplier goOn) {
        transactions.execute(_ -> table.claim(id)).ifPresent(it -> run(it, goOn));
    }

    private void run(InHand trial, BooleanSupplier goOn) {
        if (trial.attempts() >= Tries.MOST) {
            takeAway(trial);
            transactions.executeWithoutResult(_ -> table.fail(trial, IN_VAIN));
            return;
        }
        try {
            var wanted = inHand(trial, () -> transactions.execute(_ -> begin(trial)));
            try {
                var overlay = inHand(trial, () -> lay(trial, wanted));
                ask(trial, wanted, overlay, goOn);
            } finally {
                takeAway(trial);
            }
        } catch (Revised _) {
            transactions.executeWithoutResult(_ -> table.fail(trial, Revised.FAULT));
        } catch (RuntimeException | Error e) {
            cut(trial, e);
        }
    }

    private Trial begin(InHand trial) {
        var wanted = reader.find(trial.id()).orElseThrow();
        if (!trial.begun()) {
            questions.layDown(wanted);
        }
        return wanted;
    }

    /** Lays the change over the live knowledge; its versions are in the index when this returns. */
    private Overlay lay(InHand trial, Trial wanted) {
        var published = new HashMap<EntryId, Optional<VersionId>>();
        wanted.changes().stream()
                .filter(it -> it.version() == null)
                .forEach(it -> published.put(it.entry(), Optional.empty()));
        for (var version : transactions.execute(_ -> table.played(trial.id()))) {
            if (!version.asWanted()) {
                throw new Revised();
            }
            if (version.state().isSearchable()) {
                indexing.makeFindable(version.id());
            } else {
                putAside(trial, version);
            }
            published.put(version.id().entry(), Optional.of(version.id()));
        }
        return new Overlay(published);
    }

    /** A draft, or a version to go back to: the index does not hold it by its state. */
    private void putAside(InHand trial, TrialTable.Played version) {
        indexing.putAside(
                Overlay.aside(version.id()), trial.since().toEpochMilli(), version.texts());
    }

    /** What a node before put aside as well; not what one puts there that has it in hand by now. */
    private void takeAway(InHand trial) {
        try {
            var aside =
                    transactions.execute(_ -> table.played(trial.id())).stream()
                            .map(it -> Overlay.aside(it.id()))
                            .toList();
            if (!aside.isEmpty()) {
                indexing.takeAway(aside, trial.since().toEpochMilli());
            }
        } catch (RuntimeException e) {
            // nobody is answered with it, and the next replay of the version puts it again
            LOG.warn("Versions of a replay stay in the index: {}", e.toString());
        }
    }

    /** Questions in their order, and how they are understood. */
    private record Read(List<TrialQuestions.Waiting> waiting, Rehearsal.Understood understood) {}

    private void ask(InHand trial, Trial wanted, Overlay overlay, BooleanSupplier goOn) {
        var next = inHand(trial, () -> Optional.of(read(trial, FROM_THE_FIRST)));
        while (next.isPresent() && !next.get().waiting().isEmpty()) {
            if (!goOn.getAsBoolean()) {
                again(trial, "the node ended", false, Duration.ZERO);
                return;
            }
            var these = next.get();
            next = inHand(trial, () -> step(trial, wanted, overlay, these));
        }
        if (next.isPresent()) {
            transactions.executeWithoutResult(_ -> table.finish(trial));
        }
    }

    /** However long it takes, no other node takes the trial for a dead one's. */
    private <T> T inHand(InHand trial, Supplier<T> work) {
        return renewal.during(() -> transactions.execute(_ -> table.renew(trial)), work);
    }

    /** Asks these while the next ones are read; none where another has the trial by now. */
    private Optional<Read> step(InHand trial, Trial wanted, Overlay overlay, Read these) {
        var after = these.waiting().getLast().result().place();
        var tenant = CurrentTenant.get();
        var ahead =
                CompletableFuture.supplyAsync(
                        () -> CurrentTenant.call(tenant, () -> read(trial, after)), ASIDE);
        boolean mine;
        try {
            mine = write(trial, asked(wanted, these, overlay));
        } finally {
            ahead.handle((_, _) -> true).join(); // nothing is read when this has ended
        }
        return mine ? Optional.of(ahead.join()) : Optional.empty();
    }

    private Read read(InHand trial, int after) {
        var waiting = transactions.execute(_ -> questions.waiting(trial.id(), after, AT_ONCE));
        return new Read(
                waiting,
                rehearsal.understood(waiting.stream().map(TrialQuestions.Waiting::asked).toList()));
    }

    /** False where another has the trial by now. */
    private boolean write(InHand trial, List<TrialQuestions.Came> asked) {
        return transactions.execute(_ -> {
            if (!table.goesOn(trial, asked.size())) {
                return false;
            }
            questions.write(trial.id(), asked);
            return true;
        });
    }

    private List<TrialQuestions.Came> asked(Trial wanted, Read read, Overlay overlay) {
        var pairs = rehearsal.of(read.understood(), overlay);
        var asked = new ArrayList<TrialQuestions.Came>();
        for (var i = 0; i < pairs.size(); i++) {
            var question = read.waiting().get(i).result();
            var pair = pairs.get(i);
            var before =
                    wanted.kind() == TrialKind.REPLAY ? Outcome.of(pair.now()) : question.before();
            asked.add(
                    new TrialQuestions.Came(
                            question.place(),
                            before,
                            Outcome.of(pair.then()),
                            question.expectation()));
        }
        return asked;
    }

    private void cut(InHand trial, Throwable cause) {
        LOG.warn("Trial {} of {} was cut", trial.id(), CurrentTenant.get(), cause);
        if (Tries.isOwnFault(cause)) {
            again(trial, "it could not be run", true, Tries.pause(trial.attempts() + 1));
        } else {
            again(trial, "the search index or the database is away", false, settings.sweep());
        }
    }

    private void again(InHand trial, String fault, boolean counts, Duration wait) {
        transactions.executeWithoutResult(_ -> table.again(trial, fault, counts, wait));
    }
}
