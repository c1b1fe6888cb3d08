package io.wenda.api.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.wenda.tenant.Refusal;
import java.time.Duration;

/**
 * One token bucket for each caller, of this node; a caller who was quiet long enough to be full is
 * forgotten.
 */
final class Buckets {
    private static final int MOST_CALLERS = 200_000;

    private final String what;
    private final Bandwidth limit;
    private final TimeMeter time;
    private final Cache<Object, Bucket> buckets;

    /**
     * @param what for the refusal's message
     * @param burst tokens of a full bucket
     * @param tokens refilled evenly over the period
     */
    Buckets(String what, int burst, int tokens, Duration period, TimeMeter time) {
        this.what = what;
        this.limit = Bandwidth.builder().capacity(burst).refillGreedy(tokens, period).build();
        this.time = time;
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(MOST_CALLERS)
                        .expireAfterAccess(period.multipliedBy(1 + burst / tokens))
                        .build();
    }

    /** Takes a token, or refuses and tells when the next one comes. */
    void take(Object caller) {
        var probe = buckets.get(caller, _ -> fresh()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw new Refusal.LimitReached(
                    "too many %s: try again later".formatted(what), wait.plusMillis(1));
        }
    }

    private Bucket fresh() {
        return Bucket.builder().addLimit(limit).withCustomTimePrecision(time).build();
    }
}
