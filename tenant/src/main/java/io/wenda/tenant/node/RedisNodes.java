package io.wenda.tenant.node;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.resource.ClientResources;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.wenda.tenant.NewId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nodes on one channel of Redis or Valkey. Nothing waits for it and no start fails without it: it
 * connects as soon as it can and again whenever its own beat is not heard, and meanwhile what is
 * told is lost.
 */
final class RedisNodes implements Nodes, MeterBinder, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisNodes.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int UNANSWERED = 10_000;

    private final UUID self = NewId.next();
    private final JsonMapper json = JsonMapper.shared();
    private final ConcurrentHashMap<String, Consumer<JsonNode>> ears = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final RedisLine.Terms terms;
    private final Duration ofLate;
    private final ClientResources resources;
    private final RedisClient client;
    private boolean away;
    private volatile long lostAt = System.nanoTime();
    private volatile @Nullable RedisLine line;

    private record Told(UUID from, String kind, JsonNode news) {}

    private record Beat() {}

    /** From now on it is heard; what it told before may be lost. */
    private record Back() {}

    /**
     * @param silence without a sign of life after which it connects anew
     */
    RedisNodes(String url, String channel, Duration silence) {
        this.terms = new RedisLine.Terms(channel, written(new Beat()), silence);
        this.ofLate = silence.multipliedBy(2);
        hear(Back.class, _ -> lostAt = System.nanoTime());
        this.resources =
                ClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2).build();
        var server = RedisURI.create(url);
        server.setTimeout(silence);
        this.client = RedisClient.create(resources, server);
        client.setOptions(
                ClientOptions.builder()
                        .autoReconnect(false)
                        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                        .requestQueueSize(UNANSWERED)
                        .socketOptions(
                                SocketOptions.builder()
                                        .connectTimeout(Duration.ofSeconds(2))
                                        .build())
                        .build());
    }

    /** Connects aside, however long it takes, and again whenever it must. */
    void start() {
        Thread.ofVirtual().name("nodes-connect").start(this::keep);
    }

    private void keep() {
        try {
            do {
                try {
                    look();
                } catch (RuntimeException e) {
                    lost(e.getMessage());
                }
            } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        var current = line;
        if (current != null && current.isAlive()) {
            current.beat();
            return;
        }
        if (current != null) {
            lost(current.isOpen() ? "it answers nothing any more" : "the connection ended");
            line = null;
            current.close();
        }
        line = RedisLine.open(client, terms, this::heard);
        away = false;
        lostAt = System.nanoTime(); // until now
        tell(new Back());
        LOG.info("the nodes of this installation hear one another");
    }

    /** Says so once, however often it is tried. */
    private void lost(@Nullable String why) {
        lostAt = System.nanoTime();
        if (closing.getCount() > 0 && !away) {
            away = true;
            LOG.warn(
                    "Redis is away, so other nodes learn late of what happens here, and this one of"
                            + " them; messages flow on, and the connection is tried again: {}",
                    why);
        }
    }

    @Override
    public void tell(Record news) {
        var current = line;
        if (current == null) {
            return;
        }
        try {
            current.tell(written(news));
        } catch (RuntimeException e) {
            LOG.debug("not told: {}", e.toString());
        }
    }

    private String written(Record news) {
        return json.writeValueAsString(
                new Told(self, kind(news.getClass()), json.valueToTree(news)));
    }

    @Override
    public <T extends Record> void hear(Class<T> kind, Consumer<T> heard) {
        ears.put(kind(kind), news -> heard.accept(json.treeToValue(news, kind)));
    }

    private static String kind(Class<? extends Record> news) {
        return news.getSimpleName();
    }

    private void heard(String message) {
        try {
            var told = json.readValue(message, Told.class);
            if (!told.from().equals(self)) {
                // of a kind that only a newer version knows: not for us
                ears.getOrDefault(told.kind(), _ -> {}).accept(told.news());
            }
        } catch (JacksonException e) {
            LOG.warn("another node's news cannot be read: {}", e.getOriginalMessage());
        } catch (RuntimeException e) {
            LOG.warn("another node's news came to nothing", e);
        }
    }

    private boolean isConnected() {
        var current = line;
        return current != null && current.isAlive();
    }

    @Override
    public boolean isOnlyOne() {
        return false;
    }

    @Override
    public boolean lossy() {
        return !isConnected() || System.nanoTime() - lostAt < ofLate.toNanos();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wenda.nodes.connected", this, nodes -> nodes.isConnected() ? 1 : 0)
                .description("whether other nodes are heard and told at once (1) or late (0)")
                .register(registry);
    }

    @Override
    public void close() {
        closing.countDown();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        var _ = resources.shutdown(0, 2, TimeUnit.SECONDS);
    }
}
