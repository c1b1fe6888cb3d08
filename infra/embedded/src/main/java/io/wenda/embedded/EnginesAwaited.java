package io.wenda.embedded;

import java.time.Duration;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Lets an application be ready (and print its address) only when all its engines are, or have had
 * their time.
 */
final class EnginesAwaited implements ApplicationListener<ApplicationStartedEvent> {
    private static final Log LOG = LogFactory.getLog(EnginesAwaited.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        for (var engines : EmbeddedEngines.running()) {
            try {
                engines.awaitAll(PATIENCE);
            } catch (EngineFailed e) {
                LOG.error("Messages flow all the same: " + e.getMessage());
            }
        }
    }
}
