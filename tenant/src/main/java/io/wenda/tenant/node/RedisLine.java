package io.wenda.tenant.node;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node speaks by and hears by. Only its own beat that comes back proves it: a server that is
 * frozen or out of reach leaves both connections open and answers nothing.
 */
final class RedisLine {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLine.class);

    private final StatefulRedisPubSubConnection<String, String> ear;
    private final StatefulRedisConnection<String, String> mouth;
    private final Terms terms;
    private final CountDownLatch proven = new CountDownLatch(1);
    private volatile long heardAt = System.nanoTime();

    /**
     * What is agreed on for all lines of a node.
     *
     * @param beat what only this node says
     * @param silence how long none is heard until the line counts as dead
     */
    record Terms(String channel, String beat, Duration silence) {}

    private RedisLine(
            StatefulRedisPubSubConnection<String, String> ear,
            StatefulRedisConnection<String, String> mouth,
            Terms terms) {
        this.ear = ear;
        this.mouth = mouth;
        this.terms = terms;
    }

    /** One that is proven; nothing is left open where it fails. */
    static RedisLine open(RedisClient client, Terms terms, Consumer<String> heard)
            throws InterruptedException {
        var ear = client.connectPubSub();
        try {
            var mouth = client.connect();
            try {
                var line = new RedisLine(ear, mouth, terms);
                line.prove(heard);
                return line;
            } catch (InterruptedException | RuntimeException e) {
                mouth.close();
                throw e;
            }
        } catch (InterruptedException | RuntimeException e) {
            ear.close();
            throw e;
        }
    }

    private void prove(Consumer<String> heard) throws InterruptedException {
        ear.addListener(new Hearing(heard));
        ear.sync().subscribe(terms.channel());
        mouth.sync().publish(terms.channel(), terms.beat());
        if (!proven.await(terms.silence().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new RedisException("what is told does not come back");
        }
    }

    /** Once in a while, or it counts as dead. */
    void beat() {
        try {
            tell(terms.beat());
        } catch (RedisException e) {
            LOG.debug("no beat: {}", e.toString());
        }
    }

    /** Waits for nothing: what does not arrive is lost. */
    void tell(String message) {
        var _ =
                mouth.async()
                        .publish(terms.channel(), message)
                        .whenComplete((_, e) -> {
                            if (e != null) {
                                LOG.debug("not told: {}", e.toString());
                            }
                        });
    }

    boolean isOpen() {
        return ear.isOpen() && mouth.isOpen();
    }

    boolean isAlive() {
        return isOpen() && System.nanoTime() - heardAt < terms.silence().toNanos();
    }

    void close() {
        ear.close();
        mouth.close();
    }

    private final class Hearing extends RedisPubSubAdapter<String, String> {
        private final Consumer<String> heard;

        Hearing(Consumer<String> heard) {
            this.heard = heard;
        }

        @Override
        public void message(String on, String message) {
            if (message.equals(terms.beat())) {
                heardAt = System.nanoTime();
                proven.countDown();
            } else {
                heard.accept(message);
            }
        }
    }
}
