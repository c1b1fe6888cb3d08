package io.wenda.api.limit;

import io.github.bucket4j.TimeMeter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers this package's settings, and the time of this node's buckets. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitSetup {
    /** Nobody sets it back: a bucket does not wait until the clock is where it was. */
    @Bean
    TimeMeter timeOfThisNode() {
        return TimeMeter.SYSTEM_NANOTIME;
    }
}
