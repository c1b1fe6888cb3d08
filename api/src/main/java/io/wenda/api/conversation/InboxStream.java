package io.wenda.api.conversation;

import static java.util.stream.Collectors.toMap;

import io.wenda.api.graphql.LiveStreams;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.live.LiveBus;
import io.wenda.conversation.serving.ConversationQueries;
import io.wenda.conversation.serving.Inbox;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One agent's inbox, watched: what it held at the last reading against what it holds now. */
final class InboxStream implements LiveStreams.Source<InboxEvent> {
    private final Inbox inbox;
    private final ConversationQueries conversations;
    private final LiveBus bus;
    private final MemberId member;
    private Map<ConversationId, Integer> held = Map.of();

    InboxStream(Inbox inbox, ConversationQueries conversations, LiveBus bus, MemberId member) {
        this.inbox = inbox;
        this.conversations = conversations;
        this.bus = bus;
        this.member = member;
    }

    @Override
    public AutoCloseable watch(Caller caller, Runnable wake) {
        var watches =
                Inbox.topics(caller.tenant(), member).stream()
                        .map(topic -> bus.watch(topic, wake))
                        .toList();
        return () -> watches.forEach(LiveBus.Watch::close);
    }

    @Override
    public List<InboxEvent> read(Caller caller) {
        var now =
                inbox.of(member).stream()
                        .collect(
                                toMap(
                                        Inbox.Item::conversation,
                                        Inbox.Item::version,
                                        Math::max,
                                        HashMap::new));
        var changes = changes(now);
        if (changes.isEmpty()) {
            return List.of();
        }
        var shown = conversations.byIds(caller, changes.keySet());
        held = now; // not before: the reading may be tried again
        return changes.entrySet().stream()
                .map(it -> new InboxEvent(it.getValue(), it.getKey(), shown.get(it.getKey())))
                .toList();
    }

    /** In order of age, those who left first. */
    private Map<ConversationId, InboxEvent.Change> changes(Map<ConversationId, Integer> now) {
        var changes = new LinkedHashMap<ConversationId, InboxEvent.Change>();
        held.keySet().stream()
                .filter(id -> !now.containsKey(id))
                .sorted(InboxStream::byAge)
                .forEach(id -> changes.put(id, InboxEvent.Change.LEFT));
        now.entrySet().stream()
                .filter(it -> !it.getValue().equals(held.get(it.getKey())))
                .map(Map.Entry::getKey)
                .sorted(InboxStream::byAge)
                .forEach(id ->
                        changes.put(
                                id,
                                held.containsKey(id)
                                        ? InboxEvent.Change.CHANGED
                                        : InboxEvent.Change.ENTERED));
        return changes;
    }

    private static int byAge(ConversationId one, ConversationId other) {
        return one.value().compareTo(other.value());
    }
}
