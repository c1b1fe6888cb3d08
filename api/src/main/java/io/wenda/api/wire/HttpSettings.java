package io.wenda.api.wire;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long a request may take to come in, headers and body together. Only time in which the
 * application waits for the sender counts.
 *
 * @param requestWithin what every request has
 * @param slowestSecond what it must bring for each second beyond that
 */
@ConfigurationProperties("wenda.http")
record HttpSettings(
        @DefaultValue("20s") Duration requestWithin, @DefaultValue("500B") DataSize slowestSecond) {
    HttpSettings {
        if (requestWithin.isNegative() || slowestSecond.toBytes() <= 0) {
            throw new IllegalArgumentException(
                    "wenda.http.request-within must not be negative,"
                            + " wenda.http.slowest-second must be positive");
        }
    }
}
