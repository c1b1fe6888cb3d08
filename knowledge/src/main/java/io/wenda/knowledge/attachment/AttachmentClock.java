package io.wenda.knowledge.attachment;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Has files removed that no version has any more. Every node looks; what is gone is not due. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentClock implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentClock.class);

    private final AttachedFiles files;
    private final AttachmentSettings settings;
    private final Clock clock;

    AttachmentClock(AttachedFiles files, AttachmentSettings settings, Clock clock) {
        this.clock = clock;
        this.files = files;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedRateTask(
                new FixedRateTask(this::removeUnused, settings.sweep(), settings.sweep()));
    }

    private void removeUnused() {
        try {
            files.removeUnused(clock.instant().minus(settings.unusedLife()));
        } catch (RuntimeException e) {
            LOG.warn("unused files could not be removed, which will be tried again", e);
        }
    }
}
