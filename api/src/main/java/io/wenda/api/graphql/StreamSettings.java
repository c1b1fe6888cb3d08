package io.wenda.api.graphql;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers go on.
 *
 * @param heal time after which a wake-up that was lost is made good, where the bus knows of losses
 */
@ConfigurationProperties("wenda.streams")
record StreamSettings(@DefaultValue("20s") Duration heal) {}
