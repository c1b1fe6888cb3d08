package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** What time alone brings about. Every node does it; what one has done is not due for another. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(ConversationSettings.class)
class Clockwork implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

    private final IdleClosings closings;
    private final Forgotten forgotten;
    private final LeftBehind leftBehind;
    private final Presence presence;
    private final ConversationSettings settings;

    Clockwork(
            IdleClosings closings,
            Forgotten forgotten,
            LeftBehind leftBehind,
            Presence presence,
            ConversationSettings settings) {
        this.closings = closings;
        this.forgotten = forgotten;
        this.leftBehind = leftBehind;
        this.presence = presence;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        var sweeps =
                List.<Runnable>of(
                        closings::closeDue, forgotten::makeUpTurns, forgotten::makeUpRoutings);
        sweeps.forEach(sweep -> tasks.addFixedRateTask(every(settings.sweep(), sweep)));
        tasks.addFixedRateTask(every(settings.presenceBeat(), leftBehind::makeUpLeavings));
        tasks.addFixedRateTask(every(settings.presenceBeat(), presence::beat));
    }

    /**
     * At a fixed rate: with a fixed delay all clocks share one thread, and one holds up the rest.
     */
    private static FixedRateTask every(Duration interval, Runnable work) {
        var atWork = new AtomicBoolean();
        return new FixedRateTask(
                () -> {
                    if (atWork.compareAndSet(false, true)) {
                        carefully(work, atWork);
                    }
                },
                interval,
                interval);
    }

    /** The next round finds what this one left. */
    private static void carefully(Runnable work, AtomicBoolean atWork) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("the clock could not do its work, and will try again", e);
        } finally {
            atWork.set(false);
        }
    }
}
