package io.wenda.api.crash;

import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;

/**
 * Light load: four visitors who write all the time and watch, an agent who serves them, and an
 * editor.
 */
final class Traffic implements AutoCloseable {
    private static final int CUSTOMERS = 4;
    private static final long PAUSE_MILLIS = 120;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Wire wire;
    private final Acknowledged acknowledged;
    private final Agent agent;
    private final Editor editor;
    private final List<Customer> customers = new ArrayList<>();
    private final String channel;
    private final List<Actor> actors = new ArrayList<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(6);

    Traffic(Company company) {
        wire = new Wire(company.outside());
        acknowledged = new Acknowledged(wire);
        agent = new Agent(wire, acknowledged, company);
        editor = new Editor(wire, company);
        channel = company.newChannel(true).path("publicKey").asString();
        for (var i = 0; i < CUSTOMERS; i++) {
            customers.add(new Customer(wire, acknowledged, company.newVisitor(channel)));
        }
        join(agent);
        join(editor);
        customers.forEach(this::join);
    }

    /** One more, from now on. */
    void join(Actor actor) {
        actors.add(actor);
        var _ = threads.scheduleWithFixedDelay(actor::tick, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Waits until so many more messages are acknowledged. */
    void goesOn(int messages) {
        var sent = acknowledged.count() + messages;
        soon().until(() -> acknowledged.count() >= sent);
    }

    /** Waits until so many more messages are acknowledged and one more conversation is served. */
    void flows(int messages) {
        var sent = acknowledged.count() + messages;
        var closed = agent.closed();
        soon().until(() -> acknowledged.count() >= sent && agent.closed() > closed);
    }

    /** Nothing new; what was begun is brought to its answer. */
    void end() {
        actors.forEach(Actor::end);
        soon().until(() -> actors.stream().allMatch(Actor::isDone));
    }

    /** Counts are here: to look at them again and again costs nothing. */
    private static ConditionFactory soon() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10));
    }

    /** The key of the channel that its visitors came by. */
    String channel() {
        return channel;
    }

    Acknowledged acknowledged() {
        return acknowledged;
    }

    Editor editor() {
        return editor;
    }

    /** Who watches the conversations, each since its first message. */
    List<Follower> followers() {
        return customers.stream().flatMap(it -> it.followers().stream()).toList();
    }

    Wire wire() {
        return wire;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        followers().forEach(Follower::close);
    }
}
