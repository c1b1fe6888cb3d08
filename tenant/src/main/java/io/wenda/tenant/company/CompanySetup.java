package io.wenda.tenant.company;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;

/** Offers this package's settings, and forgets every hour. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CompanySettings.class, PublicUrl.class})
@EnableScheduling
class CompanySetup {

    @Bean
    SchedulingConfigurer hourlyForgetting(Forgetting forgetting) {
        // at a fixed rate: with a fixed delay all such tasks share one thread
        return tasks ->
                tasks.addFixedRateTask(
                        new FixedRateTask(
                                forgetting::forget, Duration.ofHours(1), Duration.ofMinutes(5)));
    }
}
