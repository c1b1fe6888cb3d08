package io.wenda.api.knowledge;

import io.wenda.knowledge.attachment.AttachmentSettings;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.load.CompanyPlaces;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Lets so many files of one company go out at once, whose readers may be slow, that others find
 * places, and so many of all that their parts fit into memory: eight companies at once fill them.
 */
@Component
class AttachmentPlaces {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Of each place; a page of answers shows many pictures. */
    private static final int WAITING = 8;

    private final CompanyPlaces places;
    private final Semaphore all;

    AttachmentPlaces(AttachmentSettings settings) {
        var each = settings.downloadsOfCompany();
        places = new CompanyPlaces("downloads", each, each, each * WAITING, LONGEST);
        all = new Semaphore(settings.downloads());
    }

    /** Gives a file out. */
    interface Sending {
        void send() throws IOException;
    }

    /** Waits for a place of the company, and gives the file out. */
    void send(TenantId tenant, Sending file) throws IOException {
        places.enter(tenant);
        try {
            inTurn(file);
        } finally {
            places.leave(tenant);
        }
    }

    private void enter() {
        try {
            if (!all.tryAcquire(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new Unavailable("too many files are under way", LONGEST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting to send a file", LONGEST, e);
        }
    }

    private void inTurn(Sending file) throws IOException {
        enter();
        try {
            file.send();
        } finally {
            all.release();
        }
    }
}
