package io.wenda.api.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.wenda.api.operation.WatchedEngine.State;
import io.wenda.tenant.engine.EngineProbe;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.stereotype.Component;

/**
 * Asks every engine from time to time, whether or not somebody wants to know: a probe from outside
 * never waits for an engine, and many of them do not ask more often.
 */
@Component
class EngineWatch implements MeterBinder, DisposableBean {
    private final List<WatchedEngine> engines;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("engine-watch").daemon().factory());

    EngineWatch(
            List<EngineProbe> probes,
            OperationSettings settings,
            Clock clock,
            HealthContributorRegistry health) {
        engines =
                probes.stream()
                        .map(it -> new WatchedEngine(it, settings, clock, System::nanoTime))
                        .toList();
        engines.forEach(engine -> health.registerContributor(engine.name(), engine));
        var _ =
                clockwork.scheduleWithFixedDelay(
                        () -> engines.forEach(WatchedEngine::look),
                        0,
                        settings.probeInterval().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var engine : engines) {
            Gauge.builder("wenda.engine.up", engine, it -> it.works() ? 1 : 0)
                    .description("whether the engine answers and can work")
                    .tag("engine", engine.name())
                    .register(registry);
            for (var state : State.values()) {
                Gauge.builder("wenda.engine.state", engine, it -> it.is(state) ? 1 : 0)
                        .description("whether the engine is in this state")
                        .tag("engine", engine.name())
                        .tag("state", WatchedEngine.word(state))
                        .register(registry);
            }
        }
    }

    @Override
    public void destroy() {
        clockwork.shutdownNow();
    }
}
