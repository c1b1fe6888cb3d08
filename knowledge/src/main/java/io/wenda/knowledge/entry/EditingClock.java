package io.wenda.knowledge.entry;

import io.wenda.tenant.round.Rounds;
import org.springframework.stereotype.Component;

/** What time alone brings about for entries. Every node looks; what one has done is not due. */
@Component
class EditingClock extends Rounds {
    private final ScheduledPublishing publishing;

    EditingClock(ScheduledPublishing publishing, ReviewsDue reviews, EditingSettings settings) {
        super("knowledge-editing", Pace.every(settings.sweep()));
        this.publishing = publishing;
        also(settings.sweep(), settings.sweep(), reviews::tellDue);
    }

    @Override
    protected void round() {
        publishing.publishDue();
    }
}
