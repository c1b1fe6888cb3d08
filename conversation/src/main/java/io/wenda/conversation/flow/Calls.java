package io.wenda.conversation.flow;

import static java.util.stream.Collectors.toMap;

import io.wenda.knowledge.flow.Connectors;
import io.wenda.knowledge.flow.Template;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.load.CompanyPlaces;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Calls connectors, each within a time, and so few of one company that no other one notices. */
@Component
public class Calls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Of one company at once; one more is not waited for. */
    private static final int OF_COMPANY = 4;

    /** What came of one. */
    record Called(FlowMark mark, Map<String, String> fields) {
        static Called of(FlowMark mark) {
            return new Called(mark, Map.of());
        }
    }

    private final ObjectProvider<Connectors> connectors;
    private final CompanyPlaces places =
            new CompanyPlaces("calls of connectors", OF_COMPANY, OF_COMPANY, 0, Duration.ZERO);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Calls(ObjectProvider<Connectors> connectors) {
        this.connectors = connectors;
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
            places.enter(tenant);
        } catch (Refusal.LimitReached _) {
            return Called.of(FlowMark.CONNECTOR_BUSY);
        }
        try {
            return within(tenant, known.get(), call)
                    .map(it -> new Called(FlowMark.CONNECTOR_CALLED, plain(it)))
                    .orElseGet(() -> Called.of(FlowMark.CONNECTOR_FOUND_NOTHING));
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
            TenantId tenant, Connectors known, Connectors.Call call)
            throws InterruptedException, ExecutionException, TimeoutException {
        var called = new FutureTask<>(() -> CurrentTenant.call(tenant, () -> known.call(call)));
        threads.execute(() -> {
            try {
                called.run();
            } finally {
                places.leave(tenant);
            }
        });
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
