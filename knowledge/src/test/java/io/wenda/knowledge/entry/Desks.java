package io.wenda.knowledge.entry;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.tenant.company.SignUps;
import org.springframework.stereotype.Component;

/** Opens a desk at a new company. */
@Component
public class Desks {
    private final SignUps signUps;
    private final KnowledgeEntries entries;
    private final Publishing publishing;
    private final ScheduledPublishing scheduled;
    private final PlannedReplays planned;
    private final KnowledgeReader reader;
    private final VersionHistory history;

    Desks(
            SignUps signUps,
            KnowledgeEntries entries,
            Publishing publishing,
            ScheduledPublishing scheduled,
            PlannedReplays planned,
            KnowledgeReader reader,
            VersionHistory history) {
        this.signUps = signUps;
        this.entries = entries;
        this.publishing = publishing;
        this.scheduled = scheduled;
        this.planned = planned;
        this.reader = reader;
        this.history = history;
    }

    public Desk open() {
        return new Desk(
                CompanyUnderTest.signedUp(signUps),
                entries,
                publishing,
                scheduled,
                planned,
                reader,
                history);
    }
}
