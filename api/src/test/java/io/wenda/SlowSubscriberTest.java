package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever does not read what she subscribed to is cut off, and costs little until then. */
class SlowSubscriberTest extends RunningApplication {
    private static final Logger LOG = LoggerFactory.getLogger(SlowSubscriberTest.class);
    private static final String STREAM =
            "subscription($c: ID!) { conversationUpdates(conversationId: $c) { __typename ... on Message { seq text } } }";
    private static final int MESSAGES = 400;
    private static final int DEAF_OF_EACH_KIND = 9;
    private static final Duration CUT = Duration.ofSeconds(45);

    /** In bytes; all of the messages would be three times as much. */
    private static final long MOST_KEPT = 2 << 20;

    @Autowired MeterRegistry meters;

    @Test
    void whoDoesNotReadIsCutOffAndDisturbsNobody() throws Exception {
        var world = World.in(OUTSIDE.newCompany("Acme " + UUID.randomUUID()));
        var visitor = world.visitor();
        var watched = Map.of("c", world.id("conversation"));
        var text = "字".repeat(7990);
        IntStream.range(0, MESSAGES).parallel().forEach(i -> visitor.says(text + i));
        var watches = watches();
        var heap = heap();
        var deaf = new ArrayList<Deaf>();
        for (var i = 0; i < DEAF_OF_EACH_KIND; i++) {
            deaf.add(Deaf.onSocket(visitor, STREAM, watched));
            deaf.add(Deaf.onEvents(visitor, STREAM, watched));
        }
        await().until(() -> watches() >= watches + deaf.size());
        try (var live = Socket.subscribe(OUTSIDE, visitor.token(), Company.PAGE, STREAM, watched)) {
            live.until(it -> it.path("seq").asInt(0) > MESSAGES);
            var kept = (heap() - heap) / deaf.size();
            LOG.info("{} KiB of heap for each who does not read", kept / 1024);
            assertThat(kept).isLessThan(MOST_KEPT);
            for (var i = 0; i < 20; i++) {
                var said = System.nanoTime();
                var seq = visitor.says("still here " + i).at("/message/seq").asInt();
                live.until(it -> it.path("seq").asInt(0) == seq);
                assertThat(Duration.ofNanos(System.nanoTime() - said))
                        .isLessThan(Duration.ofSeconds(5));
            }
            await().atMost(CUT).until(() -> watches() <= watches + 2); // of the one who reads
        }
        for (var it : deaf) {
            assertThat(it.drained()).isLessThan((long) MESSAGES * text.length() * 3 / 2);
        }
    }

    private double watches() {
        return meters.get("wenda.live.watches").gauge().value();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
