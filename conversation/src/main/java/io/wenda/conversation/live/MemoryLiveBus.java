package io.wenda.conversation.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The bus within one process. */
@Component
class MemoryLiveBus implements LiveBus, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryLiveBus.class);

    private final ConcurrentHashMap<Topic, Set<Listener>> listeners = new ConcurrentHashMap<>();

    /** Its identity is the watch: the same runnable may watch twice. */
    private static final class Listener {
        private final Runnable wake;

        Listener(Runnable wake) {
            this.wake = wake;
        }

        void call(Topic topic) {
            try {
                wake.run();
            } catch (RuntimeException e) {
                LOG.warn("a watcher of {} failed", topic, e);
            }
        }
    }

    @Override
    public void wake(Topic topic) {
        listeners.getOrDefault(topic, Set.of()).forEach(listener -> listener.call(topic));
    }

    @Override
    public boolean isOfOneProcess() {
        return true;
    }

    @Override
    public boolean lossy() {
        return false;
    }

    @Override
    public Watch watch(Topic topic, Runnable wake) {
        var listener = new Listener(wake);
        listeners.compute(
                topic,
                (_, known) -> {
                    var all = known == null ? ConcurrentHashMap.<Listener>newKeySet() : known;
                    all.add(listener);
                    return all;
                });
        return () ->
                listeners.computeIfPresent(
                        topic,
                        (_, known) -> {
                            known.remove(listener);
                            return known.isEmpty() ? null : known;
                        });
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wenda.live.watches", listeners, MemoryLiveBus::watches)
                .description("What open streams watch now")
                .register(registry);
    }

    private static int watches(Map<Topic, Set<Listener>> listeners) {
        return listeners.values().stream().mapToInt(Set::size).sum();
    }
}
