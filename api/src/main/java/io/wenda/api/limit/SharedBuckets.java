package io.wenda.api.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.isolation.InstallationKey;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Token buckets that hold over all nodes and restarts: for what is seldom and must not be more. */
@Component
class SharedBuckets {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int AT_ONCE = 1000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final InstallationKey installation;

    SharedBuckets(SystemDatabase system, InstallationKey installation, Clock clock) {
        this.installation = installation;
        this.buckets =
                Bucket4jPostgreSQL.selectForUpdateBasedBuilder(system.pool())
                        .primaryKeyMapper(PrimaryKeyMapper.STRING)
                        .clientClock(new ClockMeter(clock))
                        .expirationAfterWrite(
                                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                        Duration.ofHours(1)))
                        .build();
    }

    /** Takes a token of the caller's, or refuses and tells when the next one comes. */
    void take(String what, String caller, BucketConfiguration limit) {
        var key = HexFormat.of().formatHex(installation.hash("bucket", what + "/" + caller));
        try {
            var probe = buckets.getProxy(key, () -> limit).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw new Refusal.LimitReached(
                        "too many %s: try again later".formatted(what),
                        Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(1));
            }
        } catch (BucketExecutionException e) {
            throw new Unavailable("whether this is too often cannot be known now", SOON, e);
        }
    }

    @Scheduled(fixedDelayString = "PT15M")
    void forgetThoseThatAreFull() {
        var removed = AT_ONCE;
        while (removed == AT_ONCE) {
            removed = buckets.removeExpired(AT_ONCE);
        }
    }
}
