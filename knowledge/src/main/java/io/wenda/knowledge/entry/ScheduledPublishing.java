package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.trial.Change;
import io.wenda.knowledge.trial.Gate;
import io.wenda.knowledge.trial.HeldBack;
import io.wenda.knowledge.trial.Trial;
import io.wenda.knowledge.trial.VerdictMayDiffer;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.engine.EngineAway;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes approved versions at their hour. The schedule is a column, the entry's lock makes one
 * publication of it however many nodes try, and what fails stands beside the version until it is
 * tried again.
 */
@Component
public class ScheduledPublishing {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledPublishing.class);
    private static final int MOST = 200;

    private static final String DUE =
            """
            select tenant_id, entry_id, number from knowledge_version
            where state = 'APPROVED' and publish_next <= ? order by publish_next limit ?
            """;

    private record Due(TenantId tenant, VersionId version) {}

    private final KnowledgeEntries entries;
    private final Publishing publishing;
    private final Gate gate;
    private final Shelf shelf;
    private final Journal journal;
    private final SystemDatabase system;
    private final TransactionTemplate transactions;
    private final EditingSettings settings;

    ScheduledPublishing(
            KnowledgeEntries entries,
            Publishing publishing,
            Gate gate,
            Shelf shelf,
            Journal journal,
            SystemDatabase system,
            TransactionTemplate transactions,
            EditingSettings settings) {
        this.entries = entries;
        this.publishing = publishing;
        this.gate = gate;
        this.shelf = shelf;
        this.journal = journal;
        this.system = system;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Has an approved version published at that time, in place of an earlier plan. */
    @Transactional
    public Entry schedule(Caller caller, VersionId id, Instant at) {
        var entry = shelf.take(id.entry());
        var version = shelf.version(id, "version");
        version.schedule(caller, at);
        if (!at.isAfter(journal.now())) {
            throw new Refusal.Invalid(
                    "must be in the future, is %s: publish it at once instead".formatted(at), "at");
        }
        entries.requireReviewed(version);
        shelf.put(version);
        journal.record(caller, "schedule", id);
        return entry.toEntry();
    }

    /** Takes the plan back; the version stays approved. */
    @Transactional
    public Entry unschedule(Caller caller, VersionId id) {
        var entry = shelf.take(id.entry());
        var version = shelf.version(id, "version");
        if (version.publishAt == null) {
            throw Refusal.Conflict.notAllowedNow("it is not scheduled", "version");
        }
        version.unschedule();
        shelf.put(version);
        journal.record(caller, "unschedule", id);
        return entry.toEntry();
    }

    /** What the gate held back at its hour is tried again at once. */
    @EventListener
    void on(VerdictMayDiffer verdict) {
        shelf.take(verdict.versions().stream().map(VersionId::entry).toList());
        var heldBack =
                shelf.versions(verdict.versions()).values().stream()
                        .filter(VersionRow::isHeldBack)
                        .toList();
        heldBack.forEach(it -> it.again(journal.now()));
        shelf.putAll(heldBack);
    }

    /** Publishes what is due, of all companies. */
    void publishDue() {
        var now = journal.now();
        for (var due : due(now)) {
            CurrentTenant.run(due.tenant(), () -> publish(due.version(), now));
        }
    }

    private List<Due> due(Instant now) {
        return system.jdbc()
                .sql(DUE)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(MOST)
                .query((row, _) ->
                        new Due(
                                new TenantId(row.getObject(1, UUID.class)),
                                new VersionId(
                                        new EntryId(row.getObject(2, UUID.class)), row.getInt(3))))
                .list();
    }

    private void publish(VersionId id, Instant now) {
        try {
            var replay = gate.dueTogether(change(id), now);
            if (replay.isPresent()) {
                publishTogether(replay.get(), id, now);
            } else {
                publishAlone(id, now);
            }
        } catch (Unavailable e) {
            failed(id, now, e, true);
        } catch (Refusal e) {
            failed(id, now, e, false);
        } catch (RuntimeException e) {
            if (EngineAway.causes(e)) {
                throw e;
            }
            // it alone: the others that are due keep their hour
            LOG.error("{} is not published at its hour, trying again", id, e);
        }
    }

    /** The gate is asked and its word written down under one lock, so no later word is missed. */
    private void publishAlone(VersionId id, Instant now) {
        publishing.prepare(id);
        transactions.executeWithoutResult(_ -> {
            publishing.takeTurn(List.of(id.entry()));
            var version = shelf.version(id, "version");
            if (version.isDue(now)) {
                gate.heldBack(change(id))
                        .ifPresentOrElse(
                                it -> heldBack(version, it, now),
                                () -> publishing.bringOut(wanting(version), id));
            }
        });
    }

    /** What was played together and is due together goes out at once, or all of it waits. */
    private void publishTogether(Trial replay, VersionId id, Instant now) {
        gate.left(replay).stream().flatMap(it -> it.named().stream()).forEach(publishing::prepare);
        transactions.executeWithoutResult(_ -> {
            publishing.takeTurn(replay.changes().stream().map(Change::entry).toList());
            var version = shelf.version(id, "version");
            var still = gate.dueTogether(change(id), now).filter(it -> it.id().equals(replay.id()));
            if (version.isDue(now) && still.isPresent()) {
                gate.heldBack(still.get())
                        .ifPresentOrElse(
                                it -> heldBack(version, it, now),
                                () -> bringOutPlanned(replay, now));
            }
        });
    }

    private void bringOutPlanned(Trial replay, Instant now) {
        gate.left(replay).stream()
                .flatMap(it -> it.named().stream())
                .map(it -> shelf.version(it, "version"))
                .filter(it -> it.isPlannedBy(now))
                .forEach(it -> publishing.bringOut(wanting(it), it.versionId()));
    }

    private void heldBack(VersionRow version, HeldBack by, Instant now) {
        LOG.info("{} is held back at its hour: {}", version.versionId(), by.why());
        version.failed(by.why(), next(version, by, now));
        shelf.put(version);
    }

    private @Nullable Instant next(VersionRow version, HeldBack by, Instant now) {
        return switch (by) {
            case HeldBack.Unplayed _ -> now.plus(settings.pause(version.publishTries));
            case HeldBack.TooEarly(_, var validFrom) -> validFrom;
            case HeldBack.Refused _ -> null;
        };
    }

    private static Change change(VersionId id) {
        return new Change(id.entry(), id.number());
    }

    private void failed(VersionId id, Instant now, RuntimeException why, boolean mayPass) {
        LOG.warn("{} is not published at its hour: {}", id, why.toString());
        transactions.executeWithoutResult(_ -> {
            shelf.take(id.entry());
            var version = shelf.version(id, "version");
            if (version.isDue(now)) {
                version.failed(String.valueOf(why.getMessage()), next(version, now, mayPass));
                shelf.put(version);
            }
        });
    }

    private @Nullable Instant next(VersionRow version, Instant now, boolean mayPass) {
        return mayPass ? now.plus(settings.pause(version.publishTries)) : null;
    }

    /** Who planned it, in whose name it is done. */
    private static Caller wanting(VersionRow version) {
        return Caller.named(CurrentTenant.get(), String.valueOf(version.publishBy));
    }
}
