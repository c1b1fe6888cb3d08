package io.wenda.api.graphql;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers go on.
 *
 * @param heal time after which a wake-up that was lost is made good, where the bus knows of losses;
 *     1 ms to 30 s, for so long it knows of them
 */
@ConfigurationProperties("wenda.streams")
record StreamSettings(@DefaultValue("20s") Duration heal) {
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofSeconds(30);

    StreamSettings {
        if (heal.compareTo(LEAST) < 0 || heal.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "wenda.streams.heal is %s: give 1ms to 30s".formatted(heal));
        }
    }
}
