package io.wenda.conversation.serving;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.Observation;
import io.wenda.conversation.ConversationSettings;
import io.wenda.conversation.serving.Conversations.Incoming;
import io.wenda.conversation.serving.Conversations.Received;
import io.wenda.tenant.Caller;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.engine.EngineSpans;
import io.wenda.tenant.isolation.SharedCommit;
import io.wenda.tenant.load.FairQueue;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Group commit: each lane takes what waits, of all companies in turn, stores it by one commit, and
 * takes what came meanwhile. There is no timer: an idle lane stores a message at once, and the more
 * come, the more share a commit. A conversation keeps to one lane, so that lanes do not meet.
 */
@Component
class Lanes implements AutoCloseable, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(10);

    private final Together together;
    private final SharedCommit commit;
    private final ConversationSettings.Lanes settings;
    private final List<Lane> lanes;
    private final EngineSpans spans;
    private final DistributionSummary batches =
            DistributionSummary.builder("wenda.message.batch")
                    .description("messages that one commit stored")
                    .register(Metrics.globalRegistry);

    Lanes(
            Together together,
            SharedCommit commit,
            ConversationSettings settings,
            EngineSpans spans) {
        this.spans = spans;
        this.together = together;
        this.commit = commit;
        this.settings = settings.lanes();
        this.lanes = IntStream.range(0, this.settings.count()).mapToObj(Lane::new).toList();
    }

    /** The stored message, after its commit; empty where it must be stored alone. */
    Optional<Received> receive(Caller caller, Incoming message) {
        var sent = new Sent(caller, message, spans.here());
        if (!lane(sent).waiting.offer(caller.tenant(), sent)) {
            throw new Unavailable("too many messages wait to be stored", RETRY);
        }
        try {
            return sent.outcome().get(settings.waitLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.outcome().cancel(false);
            throw new Unavailable("the message was not stored in time", RETRY, e);
        } catch (InterruptedException e) {
            sent.outcome().cancel(false);
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while the message was stored", RETRY, e);
        } catch (ExecutionException e) {
            throw new Unavailable("the message could not be stored", RETRY, e);
        }
    }

    private Lane lane(Sent sent) {
        var conversation = sent.message().conversation();
        Object key = conversation == null ? sent.caller().key() : conversation;
        return lanes.get(Math.floorMod(key.hashCode(), lanes.size()));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wenda.message.waiting", lanes, Lanes::waiting)
                .description("messages that wait for a commit")
                .register(registry);
    }

    private static int waiting(List<Lane> lanes) {
        return lanes.stream().mapToInt(lane -> lane.waiting.size()).sum();
    }

    /** Ends when what waits is stored. */
    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }

    private final class Lane {
        private final FairQueue<Sent> waiting =
                new FairQueue<>(settings.limit(), settings.limitOfCompany());
        private final Thread thread;

        Lane(int number) {
            thread = Thread.ofPlatform().daemon().name("lane-" + number).start(this::run);
        }

        private void run() {
            try {
                var batch = waiting.take(settings.batch());
                while (!batch.isEmpty()) {
                    store(batch);
                    batch = waiting.take(settings.batch());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void close() {
            waiting.close();
            try {
                if (!thread.join(END)) {
                    LOG.warn("{} does not end", thread.getName());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void store(SequencedMap<TenantId, List<Sent>> batch) {
        var stored = new HashMap<Sent, Received>();
        var parts = new LinkedHashMap<TenantId, Runnable>();
        batch.forEach((tenant, all) -> {
            all.removeIf(sent -> sent.outcome().isDone());
            if (!all.isEmpty()) {
                parts.put(tenant, () -> stored.putAll(together.store(all)));
            }
        });
        try {
            spans.within(cause(batch), () -> commit.of(parts));
            batches.record(stored.size());
            tell(batch, stored);
        } catch (Unavailable | TransactionException | DataAccessResourceFailureException e) {
            batch.values().forEach(all -> all.forEach(it -> it.outcome().completeExceptionally(e)));
        } catch (RuntimeException | Error e) {
            // one of them is at fault: each finds out for itself
            LOG.warn("messages are stored one by one", e);
            tell(batch, Map.of());
        }
    }

    /** A commit of many belongs to the trace of the first of them. */
    private static @Nullable Observation cause(SequencedMap<TenantId, List<Sent>> batch) {
        for (var all : batch.values()) {
            if (!all.isEmpty()) {
                return all.getFirst().cause();
            }
        }
        return null;
    }

    private static void tell(Map<TenantId, List<Sent>> batch, Map<Sent, Received> stored) {
        batch.values()
                .forEach(all ->
                        all.forEach(sent ->
                                sent.outcome().complete(Optional.ofNullable(stored.get(sent)))));
    }
}
