package io.wenda.conversation.serving;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.conversation.serving.Conversations.Received;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Stores many messages of one company with the statements of one. It takes the plain ones alone: in
 * a conversation that is there, that nobody else holds, and whose owner stays; first of their id;
 * by somebody who may. All others it leaves to {@link Alone}, which says why not.
 */
@Component
class Together {
    private final Ledger ledger;
    private final Repeats repeats;
    private final ApplicationEventPublisher rooms;

    Together(Ledger ledger, Repeats repeats, ApplicationEventPublisher rooms) {
        this.ledger = ledger;
        this.repeats = repeats;
        this.rooms = rooms;
    }

    /** Whose open conversation a message without one means. */
    private record Place(ChannelId channel, ContactId contact) {
        static Place of(Caller.Visitor visitor) {
            return new Place(visitor.channel(), visitor.contact());
        }

        static Place of(Held held) {
            return new Place(held.channel(), held.contact());
        }
    }

    /** Inside a transaction of their company; tells what it stored, by what was sent. */
    Map<Sent, Received> store(List<Sent> all) {
        var candidates = firstOfTheirIds(all);
        // some mean the same one by its id and by its contact
        var byId = hold(candidates).stream().collect(toMap(Held::id, identity(), (it, _) -> it));
        var open =
                byId.values().stream()
                        .filter(held -> held.state() != ConversationState.CLOSED)
                        .collect(toMap(Place::of, identity()));
        var known = repeats.known(candidates);
        var stored = new HashMap<Sent, Received>();
        for (var sent : candidates) {
            var held = target(sent, byId, open);
            if (held != null && !known.contains(sent.key()) && isPlain(sent, held)) {
                stored.put(sent, say(sent, held));
            }
        }
        ledger.write(byId.values());
        return stored;
    }

    private static Collection<Sent> firstOfTheirIds(List<Sent> all) {
        var first = new LinkedHashMap<Sent.Key, Sent>();
        all.forEach(sent -> first.putIfAbsent(sent.key(), sent));
        return first.values();
    }

    private List<Held> hold(Collection<Sent> candidates) {
        var ids =
                candidates.stream()
                        .map(sent -> sent.message().conversation())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        var visitors =
                candidates.stream()
                        .filter(sent -> sent.message().conversation() == null)
                        .map(Sent::caller)
                        .flatMap(caller -> visitor(caller).stream())
                        .distinct()
                        .toList();
        return ledger.holdFree(ids, visitors);
    }

    private static Optional<Caller.Visitor> visitor(Caller caller) {
        return caller instanceof Caller.Visitor visitor ? Optional.of(visitor) : Optional.empty();
    }

    private static @Nullable Held target(
            Sent sent, Map<ConversationId, Held> byId, Map<Place, Held> open) {
        var id = sent.message().conversation();
        return id == null
                ? visitor(sent.caller()).map(it -> open.get(Place.of(it))).orElse(null)
                : byId.get(id);
    }

    /** Whether nothing comes of it but the message, and the bot's turn. */
    private static boolean isPlain(Sent sent, Held held) {
        var internal = sent.message().internal();
        return switch (sent.caller()) {
            case Caller.Visitor visitor ->
                    !internal
                            && Place.of(held).equals(Place.of(visitor))
                            && switch (held.state()) {
                                case BOT -> held.bot();
                                case QUEUED, ACTIVE -> true;
                                case WRAP_UP, CLOSED -> false;
                            };
            case Caller.Member member ->
                    Authority.mayAct(member, held.assignee())
                            && Authority.mayWriteNow(held.state(), internal);
            case Caller.Program _ -> false;
        };
    }

    private Received say(Sent sent, Held held) {
        var said = held.say(sent.message().by(sent.caller()));
        if (held.state() == ConversationState.BOT && sent.caller() instanceof Caller.Visitor) {
            rooms.publishEvent(new BotAsked(CurrentTenant.get(), held.id()));
        }
        return new Received(said.message(), held.now());
    }
}
