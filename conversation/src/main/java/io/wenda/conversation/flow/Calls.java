package io.wenda.conversation.flow;

import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.webhook.WebhookSettings;
import io.wenda.knowledge.flow.Connectors;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Calls connectors, each within a time, and never so many that no thread is left for others that
 * wait for somebody outside.
 */
@Component
public class Calls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** As much as an answer may say of it. */
    private static final int LONGEST_FIELD = 500;

    /** What came of one. */
    record Called(FlowMark mark, Map<String, String> fields) {
        static Called of(FlowMark mark) {
            return new Called(mark, Map.of());
        }
    }

    private final ObjectProvider<Connectors> connectors;
    private final Semaphore places;
    private final ExecutorService threads;

    Calls(ObjectProvider<Connectors> connectors, WebhookSettings settings) {
        this.connectors = connectors;
        this.places = new Semaphore(Math.max(1, settings.turnsAtOnce() / 2));
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /** Whether the current company has any, so that its bot may have to wait. */
    public boolean areThere() {
        return connectors.stream().anyMatch(it -> !it.names().isEmpty());
    }

    Called call(Connectors.Call call) {
        var known = connectors.stream().findFirst();
        if (known.isEmpty() || !known.get().names().contains(call.connector())) {
            return Called.of(FlowMark.CONNECTOR_MISSING);
        }
        if (!places.tryAcquire()) {
            return Called.of(FlowMark.CONNECTOR_BUSY);
        }
        try {
            return within(known.get(), call)
                    .map(it -> new Called(FlowMark.CONNECTOR_CALLED, plain(it)))
                    .orElseGet(() -> Called.of(FlowMark.CONNECTOR_FOUND_NOTHING));
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("connector {} is away", call.connector(), e);
            return Called.of(FlowMark.CONNECTOR_AWAY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Called.of(FlowMark.CONNECTOR_AWAY);
        } finally {
            places.release();
        }
    }

    /** On one line and not without end: it is kept, and may be said. */
    private static Map<String, String> plain(Map<String, String> fields) {
        return fields.entrySet().stream()
                .collect(
                        toMap(
                                Map.Entry::getKey,
                                it ->
                                        it.getValue()
                                                .codePoints()
                                                .limit(LONGEST_FIELD)
                                                .map(c -> Character.isISOControl(c) ? ' ' : c)
                                                .collect(
                                                        StringBuilder::new,
                                                        StringBuilder::appendCodePoint,
                                                        StringBuilder::append)
                                                .toString()));
    }

    private Optional<Map<String, String>> within(Connectors known, Connectors.Call call)
            throws InterruptedException, ExecutionException, TimeoutException {
        var tenant = CurrentTenant.get();
        var called = threads.submit(() -> CurrentTenant.call(tenant, () -> known.call(call)));
        try {
            return called.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            called.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
