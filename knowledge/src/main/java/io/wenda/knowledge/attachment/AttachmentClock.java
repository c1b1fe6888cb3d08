package io.wenda.knowledge.attachment;

import io.wenda.tenant.round.Rounds;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Has files removed that no version has any more. Every node looks; what is gone is not due. */
@Component
class AttachmentClock extends Rounds {
    private final AttachedFiles files;
    private final AttachmentSettings settings;
    private final Clock clock;

    AttachmentClock(AttachedFiles files, AttachmentSettings settings, Clock clock) {
        super("knowledge-attachments", Pace.every(settings.sweep()));
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void round() {
        files.removeUnused(clock.instant().minus(settings.unusedLife()));
    }
}
