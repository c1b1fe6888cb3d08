package io.wenda.knowledge.entry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clock of entries.
 *
 * @param sweep how often is looked for scheduled versions and reviews whose hour has come
 * @param retry after which a scheduled publication that failed is tried again; doubled each time
 * @param longestRetry the most that it is doubled to
 * @param replayAhead how long before its hour what is planned is replayed, where the gate is on
 * @param expiring how long before its end a version counts as expiring
 */
@ConfigurationProperties("wenda.knowledge.editing")
record EditingSettings(
        @DefaultValue("2s") Duration sweep,
        @DefaultValue("5s") Duration retry,
        @DefaultValue("5m") Duration longestRetry,
        @DefaultValue("5m") Duration replayAhead,
        @DefaultValue("14d") Duration expiring) {

    /** The wait after so many tries that failed. */
    Duration pause(int tries) {
        var pause = retry.multipliedBy(1L << Math.min(tries, 20));
        return pause.compareTo(longestRetry) > 0 ? longestRetry : pause;
    }
}
