package io.wenda.api.knowledge;

import io.wenda.knowledge.attachment.AttachmentSettings;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.load.CompanyPlaces;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Lets so many files of one company go out at once, whose readers may be slow, that others always
 * find places, and so many of all that their parts fit into memory.
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

    private void inTurn(Sending file) throws IOException {
        if (!all.tryAcquire()) {
            throw new Unavailable("too many files are under way", LONGEST);
        }
        try {
            file.send();
        } finally {
            all.release();
        }
    }
}
