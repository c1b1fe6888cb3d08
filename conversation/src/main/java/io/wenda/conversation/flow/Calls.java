package io.wenda.conversation.flow;

import static java.util.stream.Collectors.toMap;

import io.wenda.knowledge.flow.Connectors;
import io.wenda.knowledge.flow.Template;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.outbound.OutboundFailure;
import io.wenda.tenant.outbound.OutboundFailure.Why;
import io.wenda.tenant.outbound.Targets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Calls connectors, each within a time; {@link Targets} keep one that hangs to itself. */
@Component
public class Calls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** What came of one. */
    record Called(FlowMark mark, Map<String, String> fields) {
        static Called of(FlowMark mark) {
            return new Called(mark, Map.of());
        }
    }

    private final ObjectProvider<Connectors> connectors;
    private final Targets targets;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Calls(ObjectProvider<Connectors> connectors, Targets targets) {
        this.connectors = connectors;
        this.targets = targets;
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
        var tenant = CurrentTenant.get();
        try {
            var passage = targets.enter(tenant, "connector " + call.connector());
            return within(tenant, passage, () -> known.get().call(call))
                    .map(it -> new Called(FlowMark.CONNECTOR_CALLED, plain(it)))
                    .orElseGet(() -> Called.of(FlowMark.CONNECTOR_FOUND_NOTHING));
        } catch (OutboundFailure e) {
            return Called.of(
                    e.why() == Why.CIRCUIT_OPEN
                            ? FlowMark.CONNECTOR_CIRCUIT_OPEN
                            : FlowMark.CONNECTOR_BUSY);
        } catch (ExecutionException | TimeoutException e) {
            // what it says of its own may hold what a customer told
            LOG.warn("connector {} is away: {}", call.connector(), causeOf(e));
            return Called.of(FlowMark.CONNECTOR_AWAY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Called.of(FlowMark.CONNECTOR_AWAY);
        }
    }

    private static Class<?> causeOf(Exception thrown) {
        var cause = thrown.getCause();
        return cause == null ? thrown.getClass() : cause.getClass();
    }

    /** As they may be said, and are kept. */
    private static Map<String, String> plain(Map<String, String> fields) {
        return fields.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> Template.inert(it.getValue())));
    }

    /** A call that does not end keeps its place. */
    private Optional<Map<String, String>> within(
            TenantId tenant, Targets.Passage passage, Supplier<Optional<Map<String, String>>> call)
            throws InterruptedException, ExecutionException, TimeoutException {
        var called = new FutureTask<>(() -> CurrentTenant.call(tenant, () -> told(passage, call)));
        threads.execute(() -> {
            try (passage) {
                called.run();
            }
        });
        try {
            return called.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            passage.failed(e);
            throw e;
        } finally {
            called.cancel(true);
        }
    }

    private static <T> T told(Targets.Passage passage, Supplier<T> call) {
        try {
            var found = call.get();
            passage.answered();
            return found;
        } catch (RuntimeException e) {
            passage.failed(e);
            throw e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
