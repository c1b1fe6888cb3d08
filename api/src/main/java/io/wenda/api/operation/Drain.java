package io.wenda.api.operation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * First thing at an end: readiness is down, and still everything is served until nobody sends any
 * more. Only then the port is closed, requests under way end, and what waits is stored.
 */
@Component
@EnableConfigurationProperties(OperationSettings.class)
class Drain implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final OperationSettings settings;
    private volatile boolean running;

    Drain(OperationSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (settings.drain().isZero()) {
            return;
        }
        LOG.info("not ready any more; the port closes in {}", settings.drain());
        try {
            Thread.sleep(settings.drain());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
