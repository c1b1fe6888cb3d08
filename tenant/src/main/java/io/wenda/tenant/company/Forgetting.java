package io.wenda.tenant.company;

import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes what nobody can ask for any more, of all companies: idempotency keys, links that were
 * used or are too old, and the directory's entries of both.
 */
@Component
class Forgetting {
    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
    private static final Duration KEYS = Duration.ofHours(24);

    private final SystemDatabase system;
    private final CompanySettings settings;
    private final Clock clock;

    Forgetting(SystemDatabase system, CompanySettings settings, Clock clock) {
        this.system = system;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is old now; the rest of it, should this fail, next time. */
    void forget() {
        var now = clock.instant();
        var keys =
                system.jdbc()
                        .sql("delete from idempotency where at < ?")
                        .param(utc(now.minus(KEYS)))
                        .update();
        var longest =
                settings.invitationLife().compareTo(settings.verificationLife()) > 0
                        ? settings.invitationLife()
                        : settings.verificationLife();
        var ended = now.minus(longest);
        var links =
                system.jdbc()
                        .sql("delete from mailed_link where expires_at < ? or used_at < ?")
                        .param(utc(now))
                        .param(utc(now.minus(KEYS)))
                        .update();
        var entries =
                system.jdbc()
                        .sql("select directory_forget(?)")
                        .param(utc(ended))
                        .query(Integer.class)
                        .single();
        LOG.debug("forgot {} keys, {} links, {} entries", keys, links, entries);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
