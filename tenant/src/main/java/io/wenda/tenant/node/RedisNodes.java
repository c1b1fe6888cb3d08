package io.wenda.tenant.node;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.wenda.tenant.NewId;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nodes on one channel of Redis or Valkey. Nothing waits for it and no start fails without it: it
 * connects as soon as it can and again whenever it must, and meanwhile what is told is lost.
 */
final class RedisNodes implements Nodes, MeterBinder, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisNodes.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration OF_LATE = Duration.ofSeconds(30);
    private static final int UNANSWERED = 10_000;

    private final UUID self = NewId.next();
    private final JsonMapper json = JsonMapper.shared();
    private final ConcurrentHashMap<String, Consumer<JsonNode>> ears = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicBoolean away = new AtomicBoolean();
    private final String channel;
    private final ClientResources resources;
    private final RedisClient client;
    private volatile long lostAt = System.nanoTime();
    private volatile @Nullable StatefulRedisConnection<String, String> mouth;
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> ear;

    private record Told(UUID from, String kind, JsonNode news) {}

    RedisNodes(String url, String channel) {
        this.channel = channel;
        this.resources =
                ClientResources.builder()
                        .ioThreadPoolSize(2)
                        .computationThreadPoolSize(2)
                        .reconnectDelay(Delay.constant(Duration.ofMillis(500)))
                        .build();
        this.client = RedisClient.create(resources, RedisURI.create(url));
        client.setOptions(
                ClientOptions.builder()
                        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                        .requestQueueSize(UNANSWERED)
                        .socketOptions(
                                SocketOptions.builder()
                                        .connectTimeout(Duration.ofSeconds(2))
                                        .keepAlive(
                                                KeepAliveOptions.builder()
                                                        .enable()
                                                        .idle(Duration.ofSeconds(10))
                                                        .interval(Duration.ofSeconds(5))
                                                        .count(3)
                                                        .build())
                                        .build())
                        .build());
        client.addListener(new Watcher());
    }

    /** Connects aside, however long it takes. */
    void start() {
        Thread.ofVirtual().name("nodes-connect").start(this::connect);
    }

    private void connect() {
        try {
            while (!connected() && !closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("trying again to reach the other nodes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean connected() {
        try {
            if (ear == null) {
                var opened = client.connectPubSub();
                opened.addListener(new Hearing());
                ear = opened;
                opened.sync().subscribe(channel);
            }
            mouth = client.connect();
            LOG.info("the nodes of this installation hear one another");
            return true;
        } catch (RedisException e) {
            lost(e.getMessage());
            return false;
        }
    }

    /** Says so once, however often it is tried. */
    private void lost(@Nullable String why) {
        lostAt = System.nanoTime();
        if (closing.getCount() > 0 && away.compareAndSet(false, true)) {
            LOG.warn(
                    "Redis is away, so other nodes learn late of what happens here, and this one of"
                            + " them; messages flow on, and the connection is tried again: {}",
                    why);
        }
    }

    @Override
    public void tell(Record news) {
        var connection = mouth;
        if (connection == null) {
            return;
        }
        try {
            var told = new Told(self, kind(news.getClass()), json.valueToTree(news));
            var _ =
                    connection
                            .async()
                            .publish(channel, json.writeValueAsString(told))
                            .whenComplete((_, e) -> {
                                if (e != null) {
                                    LOG.debug("not told: {}", e.toString());
                                }
                            });
        } catch (RuntimeException e) {
            LOG.debug("not told: {}", e.toString());
        }
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

    private boolean isOpen() {
        var speaking = mouth;
        var hearing = ear;
        return speaking != null && speaking.isOpen() && hearing != null && hearing.isOpen();
    }

    @Override
    public boolean lossy() {
        return !isOpen() || System.nanoTime() - lostAt < OF_LATE.toNanos();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wenda.nodes.connected", this, nodes -> nodes.isOpen() ? 1 : 0)
                .description("whether other nodes are heard and told at once (1) or late (0)")
                .register(registry);
    }

    @Override
    public void close() {
        closing.countDown();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        var _ = resources.shutdown(0, 2, TimeUnit.SECONDS);
    }

    private final class Hearing extends RedisPubSubAdapter<String, String> {
        @Override
        public void message(String on, String message) {
            heard(message);
        }
    }

    private final class Watcher implements RedisConnectionStateListener {
        @Override
        public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress at) {
            if (away.compareAndSet(true, false)) {
                LOG.info("Redis is back");
            }
        }

        @Override
        public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
            lost("the connection ended");
        }
    }
}
