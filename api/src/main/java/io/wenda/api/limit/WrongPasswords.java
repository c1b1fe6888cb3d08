package io.wenda.api.limit;

import io.wenda.tenant.Refusal;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.isolation.InstallationKey;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Slows down whoever tries passwords with one sign-in address. It counts by what was typed, whether
 * anybody has that address or not, so it tells nothing about that; and it counts for all nodes.
 */
@Component
public class WrongPasswords {
    private static final int MOST_DOUBLINGS = 30;
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final LimitSettings settings;
    private final SystemDatabase system;
    private final InstallationKey installation;
    private final Clock clock;

    WrongPasswords(
            LimitSettings settings,
            SystemDatabase system,
            InstallationKey installation,
            Clock clock) {
        this.settings = settings;
        this.system = system;
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * Counts a try before it is made, so that many at once are not many for the price of one;
     * refuses it while the delay lasts.
     */
    public void beforeTry(String address) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as PostgreSQL keeps it
        Instant next;
        try {
            next = system.call(jdbc -> count(jdbc, hash(address), now));
        } catch (DataAccessException | TransactionException e) {
            throw new Unavailable("tries cannot be counted now", SOON, e);
        }
        if (next.isAfter(now)) {
            throw new Refusal.LimitReached(
                    "too many wrong passwords: try again later", Duration.between(now, next));
        }
    }

    /** When the next try may be made, as it stood before this one; the row's lock keeps order. */
    private Instant count(JdbcClient jdbc, byte[] address, Instant now) {
        jdbc.sql("insert into wrong_password values (?, 0, ?, ?) on conflict do nothing")
                .param(address)
                .param(utc(now))
                .param(utc(now))
                .update();
        var tried =
                jdbc.sql(
                                """
                                select case when tried_at > ? then tries else 0 end, next_at
                                from wrong_password where address_hash = ? for update
                                """)
                        .param(utc(now.minus(REMEMBERED)))
                        .param(address)
                        .query((row, _) ->
                                new Tried(
                                        row.getInt(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant()))
                        .single();
        if (!tried.next().isAfter(now)) {
            jdbc.sql(
                            """
                            update wrong_password set tries = ?, tried_at = ?, next_at = ?
                            where address_hash = ?
                            """)
                    .param(tried.tries() + 1)
                    .param(utc(now))
                    .param(utc(now.plus(delayAfter(tried.tries() + 1))))
                    .param(address)
                    .update();
        }
        return tried.next();
    }

    private record Tried(int tries, Instant next) {}

    /** Forgets the wrong ones: the right one was given. */
    public void right(String address) {
        system.jdbc()
                .sql("delete from wrong_password where address_hash = ?")
                .param(hash(address))
                .update();
    }

    @Scheduled(fixedDelayString = "PT15M")
    void forgetThoseThatAreOver() {
        system.jdbc()
                .sql("delete from wrong_password where tried_at < ?")
                .param(utc(clock.instant().minus(REMEMBERED)))
                .update();
    }

    private Duration delayAfter(int tries) {
        var beyond = tries - settings.wrongPasswords();
        if (beyond < 0) {
            return Duration.ZERO;
        }
        var delay = settings.firstDelay().multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS));
        return delay.compareTo(settings.longestDelay()) < 0 ? delay : settings.longestDelay();
    }

    private byte[] hash(String address) {
        return installation.hash("wrong-password", address.strip().toLowerCase(Locale.ROOT));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
