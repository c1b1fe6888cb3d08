package io.wenda.api.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wenda.tenant.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever tries passwords with one sign-in address. It counts by what was typed, whether
 * anybody has that address or not, so it tells nothing about that.
 */
@Component
public class WrongPasswords {
    private static final int MOST_ADDRESSES = 200_000;
    private static final int MOST_DOUBLINGS = 30;

    /**
     * @param tries since the last right password
     * @param next earliest moment of the next try
     */
    private record Tried(int tries, Instant next) {}

    private final LimitSettings settings;
    private final Clock clock;
    private final Cache<String, Tried> tried =
            Caffeine.newBuilder()
                    .maximumSize(MOST_ADDRESSES)
                    .expireAfterWrite(Duration.ofHours(24))
                    .build();

    WrongPasswords(LimitSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Counts a try before it is made, so that many at once are not many for the price of one;
     * refuses it while the delay lasts.
     */
    public void beforeTry(String address) {
        var now = clock.instant();
        tried.asMap()
                .compute(
                        key(address),
                        (_, before) -> {
                            if (before != null && before.next().isAfter(now)) {
                                throw new Refusal.LimitReached(
                                        "too many wrong passwords: try again later",
                                        Duration.between(now, before.next()));
                            }
                            var tries = before == null ? 1 : before.tries() + 1;
                            return new Tried(tries, now.plus(delayAfter(tries)));
                        });
    }

    /** Forgets the wrong ones: the right one was given. */
    public void right(String address) {
        tried.invalidate(key(address));
    }

    private Duration delayAfter(int tries) {
        var beyond = tries - settings.wrongPasswords();
        if (beyond < 0) {
            return Duration.ZERO;
        }
        var delay = settings.firstDelay().multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS));
        return delay.compareTo(settings.longestDelay()) < 0 ? delay : settings.longestDelay();
    }

    private static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
