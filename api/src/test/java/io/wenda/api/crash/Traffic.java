package io.wenda.api.crash;

import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Light load: four visitors who write all the time, and an agent who serves them. */
final class Traffic implements AutoCloseable {
    private static final int CUSTOMERS = 4;
    private static final long PAUSE_MILLIS = 120;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Wire wire;
    private final Acknowledged acknowledged;
    private final Agent agent;
    private final List<Actor> actors = new ArrayList<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(5);

    Traffic(Company company) {
        wire = new Wire(company.outside());
        acknowledged = new Acknowledged(wire);
        agent = new Agent(wire, acknowledged, company);
        actors.add(agent);
        var key = company.newChannel(true).path("publicKey").asString();
        for (var i = 0; i < CUSTOMERS; i++) {
            actors.add(new Customer(wire, acknowledged, company.newVisitor(key)));
        }
        for (var actor : actors) {
            var _ =
                    threads.scheduleWithFixedDelay(
                            actor::tick, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Waits until so many more messages are acknowledged. */
    void goesOn(int messages) {
        var sent = acknowledged.count() + messages;
        await().atMost(PATIENCE).until(() -> acknowledged.count() >= sent);
    }

    /** Waits until so many more messages are acknowledged and one more conversation is served. */
    void flows(int messages) {
        var sent = acknowledged.count() + messages;
        var closed = agent.closed();
        await().atMost(PATIENCE)
                .until(() -> acknowledged.count() >= sent && agent.closed() > closed);
    }

    /** Nothing new; what was begun is brought to its answer. */
    void end() {
        actors.forEach(Actor::end);
        await().atMost(PATIENCE).until(() -> actors.stream().allMatch(Actor::isDone));
    }

    Acknowledged acknowledged() {
        return acknowledged;
    }

    Wire wire() {
        return wire;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
