package io.wenda.knowledge.entry;

import io.wenda.tenant.round.Rounds;
import org.springframework.stereotype.Component;

/** What time alone brings about for entries. Every node looks; what one has done is not due. */
@Component
class EditingClock extends Rounds {
    private final ScheduledPublishing publishing;
    private final PlannedReplays replays;
    private final EditingSettings settings;

    EditingClock(
            ScheduledPublishing publishing,
            PlannedReplays replays,
            ReviewsDue reviews,
            EditingSettings settings) {
        super("knowledge-editing", Pace.every(settings.sweep()));
        this.publishing = publishing;
        this.replays = replays;
        this.settings = settings;
        also(settings.sweep(), settings.sweep(), reviews::tellDue);
    }

    @Override
    protected void round() {
        publishing.publishDue();
        replays.begin(settings.replayAhead());
    }
}
