package io.wenda.knowledge.entry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** What time alone brings about for entries. Every node looks; what one has done is not due. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(EditingSettings.class)
class EditingClock implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(EditingClock.class);

    private final ScheduledPublishing publishing;
    private final ReviewsDue reviews;
    private final EditingSettings settings;

    EditingClock(ScheduledPublishing publishing, ReviewsDue reviews, EditingSettings settings) {
        this.publishing = publishing;
        this.reviews = reviews;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedRateTask(every(publishing::publishDue));
        tasks.addFixedRateTask(every(reviews::tellDue));
    }

    /** At a fixed rate, as all clocks: those with a fixed delay share one thread. */
    private FixedRateTask every(Runnable work) {
        return new FixedRateTask(() -> carefully(work), settings.sweep(), settings.sweep());
    }

    private static void carefully(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("the clock of entries could not do its work, and will try again", e);
        }
    }
}
