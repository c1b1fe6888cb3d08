package io.wenda.api.conversation;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.wenda.api.graphql.LiveStreams;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.Message;
import io.wenda.conversation.Typing;
import io.wenda.conversation.live.LiveBus;
import io.wenda.conversation.live.Topic;
import io.wenda.conversation.serving.ConversationQueries;
import io.wenda.conversation.serving.Presence;
import io.wenda.conversation.serving.Readings;
import io.wenda.conversation.serving.Typists;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One watcher of one conversation. */
final class ConversationStream implements LiveStreams.Source<Object> {
    private static final Timer DELAY =
            Timer.builder("wenda.live.delay")
                    .description("from a message's arrival to its hand-over to a live watcher")
                    .publishPercentileHistogram()
                    .register(Metrics.globalRegistry);

    /** When a watcher learns that her place in the queue may be another: once a second or so. */
    private static final long SOONEST_MILLIS = 500;

    private static final long LATEST_MILLIS = 1_500;

    /** The room's services that a stream reads from. */
    @Component
    record Rooms(
            ConversationQueries conversations,
            Readings readings,
            Typists typists,
            Presence presence,
            LiveBus bus,
            Clock clock) {
        Rooms {
            DELAY.count(); // there from the start, however late the first watcher comes
        }
    }

    /** What of a conversation its watchers are told about; messages tell of themselves. */
    private record Seen(Conversation conversation, @Nullable Integer queuePosition) {
        static Seen of(Conversation now, @Nullable Integer position) {
            return new Seen(
                    new Conversation(
                            now.id(),
                            0,
                            now.state(),
                            now.channel(),
                            now.contact(),
                            now.locale(),
                            now.assignee(),
                            now.skillGroup(),
                            0,
                            now.startedAt(),
                            now.closedAt(),
                            now.outcome(),
                            now.disposition(),
                            now.summary(),
                            now.rating()),
                    position);
        }
    }

    private final Rooms rooms;
    private final ConversationId id;
    private int afterSeq;
    private Map<String, Typing> typing = Map.of();
    private volatile @Nullable Seen last;
    private volatile @Nullable Runnable again;
    private final AtomicBoolean queuesDue = new AtomicBoolean();

    ConversationStream(Rooms rooms, ConversationId id, int afterSeq) {
        this.rooms = rooms;
        this.id = id;
        this.afterSeq = afterSeq;
    }

    @Override
    public AutoCloseable watch(Caller caller, Runnable wake) {
        again = wake;
        var watches = new ArrayList<LiveBus.Watch>();
        try {
            watch(caller, wake, watches);
        } catch (RuntimeException e) {
            watches.forEach(LiveBus.Watch::close);
            throw e;
        }
        return () -> watches.forEach(LiveBus.Watch::close);
    }

    private void watch(Caller caller, Runnable wake, List<LiveBus.Watch> watches) {
        watches.add(rooms.bus().watch(new Topic.OfConversation(caller.tenant(), id), wake));
        watches.add(
                rooms.bus()
                        .watch(
                                new Topic.OfQueues(caller.tenant()),
                                () -> {
                                    if (queued() && !queuesDue.getAndSet(true)) {
                                        later(wake);
                                    }
                                }));
        if (caller instanceof Caller.Visitor
                && rooms.conversations().byId(caller, id).isPresent()) {
            watches.add(rooms.presence().connected(id));
        }
    }

    /** Not all who wait at once, whenever somebody before or behind them says something. */
    private void later(Runnable wake) {
        LiveStreams.pause(SOONEST_MILLIS, LATEST_MILLIS)
                .subscribe(_ -> {
                    queuesDue.set(false);
                    wake.run();
                });
    }

    @Override
    public List<Object> read(Caller caller) {
        var reading =
                rooms.readings()
                        .after(caller, id, afterSeq)
                        .orElseThrow(() -> new Refusal.NotFound("conversation", "conversationId"));
        var page = reading.messages();
        page.items().forEach(this::passed);
        var events = new ArrayList<Object>(page.items());
        if (page.more()) {
            readOn();
            return events;
        }
        var conversation = reading.conversation();
        afterSeq = Math.max(afterSeq, conversation.lastSeq());
        var now = Seen.of(conversation, reading.queuePosition());
        if (!now.equals(last)) {
            last = now;
            events.add(new ConversationChange(conversation, rooms.clock().instant()));
        }
        events.addAll(typing(caller));
        return events;
    }

    /** Where the first reading comes before the watch, its begin wakes by itself. */
    private void readOn() {
        var wake = again;
        if (wake != null) {
            wake.run();
        }
    }

    private void passed(Message message) {
        afterSeq = Math.max(afterSeq, message.seq());
        if (last != null) { // else she catches up with what was said before she came
            DELAY.record(Duration.between(message.sentAt(), rooms.clock().instant()));
        }
    }

    /** What is new of it; that somebody stopped matters only to who was told that she began. */
    private List<Typing> typing(Caller caller) {
        var now = rooms.clock().instant();
        var signs = rooms.typists().othersThan(caller, id);
        var news =
                signs.entrySet().stream()
                        .filter(it -> !it.getValue().equals(typing.get(it.getKey())))
                        .filter(it ->
                                it.getValue().until().isAfter(now)
                                        || typing.containsKey(it.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        typing = signs;
        return news;
    }

    private boolean queued() {
        var seen = last;
        return seen != null && seen.conversation().state() == ConversationState.QUEUED;
    }
}
