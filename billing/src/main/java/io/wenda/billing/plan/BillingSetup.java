package io.wenda.billing.plan;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Reads Stripe's prices at the start and at every refresh, where there is a key. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BillingSettings.class)
@EnableScheduling
class BillingSetup {

    @Bean
    SchedulingConfigurer readingOfPlans(BillingSettings settings, OfferedPlans plans, Clock clock) {
        return tasks -> {
            if (settings.withStripe()) {
                // at a fixed rate: with a fixed delay all such tasks share one thread
                var reading = new StripeReading(settings, plans, clock);
                tasks.addFixedRateTask(reading::refresh, settings.stripeRefresh());
            }
        };
    }
}
