package io.wenda.knowledge.entry;

import io.wenda.knowledge.KnowledgeEvent;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.tenant.Caller;
import io.wenda.tenant.company.Audit;
import io.wenda.tenant.event.Events;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down who did what to which version and when, and tells the other rooms. */
@Component
class Journal {
    private final Audit audit;
    private final VersionHistory history;
    private final Events events;
    private final Clock clock;

    Journal(Audit audit, VersionHistory history, Events events, Clock clock) {
        this.audit = audit;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    void record(Caller caller, String act, VersionId version) {
        audit.record(
                caller,
                "knowledge." + act,
                version.entry().value().toString(),
                Map.of("version", version.number()));
    }

    /** The version stands where it is from now on; the caller may have said why. */
    void moved(
            Caller caller,
            VersionRow version,
            @Nullable VersionState from,
            @Nullable String comment) {
        var move =
                new VersionMove(
                        from,
                        version.state,
                        Caller.memberOf(caller.key()).orElse(null),
                        now(),
                        comment);
        history.add(caller, version.versionId(), move);
    }

    /** The versions took a step, without a word. */
    void moved(
            Caller caller, List<VersionId> versions, @Nullable VersionState from, VersionState to) {
        var by = Caller.memberOf(caller.key()).orElse(null);
        var step = new VersionMove(from, to, by, now(), null);
        history.addAll(caller, versions, Collections.nCopies(versions.size(), step));
    }

    void tell(List<? extends KnowledgeEvent> facts) {
        events.append(facts);
    }

    void tell(KnowledgeEvent event) {
        events.append(event);
    }

    /** As fine as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
