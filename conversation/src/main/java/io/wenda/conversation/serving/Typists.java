package io.wenda.conversation.serving;

import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.Sender;
import io.wenda.conversation.Typing;
import io.wenda.conversation.ledger.Times;
import io.wenda.conversation.live.LiveBus;
import io.wenda.conversation.live.Topic;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.node.Nodes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who is typing where: memory of every node, for nothing is lost with it. */
@Component
public class Typists {
    private static final Duration LASTS = Duration.ofSeconds(5);
    private static final int MOST_CONVERSATIONS = 50_000;

    /** What one caller was last seen to do in a conversation. */
    private record Sign(Typing typing, boolean internal) {
        boolean shownTo(Caller caller) {
            return !internal || !(caller instanceof Caller.Visitor);
        }
    }

    /** A sign as it is noted, and as it travels to other nodes. */
    private record Typed(Topic.OfConversation where, String caller, Sign sign) {}

    private final ConversationQueries conversations;
    private final LiveBus live;
    private final Nodes nodes;
    private final Clock clock;
    private final Cache<Topic.OfConversation, Map<String, Sign>> signs =
            Caffeine.newBuilder()
                    .expireAfterWrite(LASTS.multipliedBy(2))
                    .maximumSize(MOST_CONVERSATIONS)
                    .build();

    Typists(ConversationQueries conversations, LiveBus live, Nodes nodes, Clock clock) {
        this.conversations = conversations;
        this.live = live;
        this.nodes = nodes;
        this.clock = clock;
        nodes.hear(Typed.class, this::note);
    }

    /** The caller types, or stopped; whoever may write there now may say so. */
    public Typing tell(Caller caller, ConversationId id, boolean typing, boolean internal) {
        var conversation =
                conversations
                        .byId(caller, id)
                        .filter(it -> mayWrite(caller, it))
                        .orElseThrow(NotThere::refusal);
        if (!takesWords(caller, conversation, internal)) {
            throw Refusal.Conflict.notAllowedNow(
                    "the conversation is " + conversation.state(), "conversationId");
        }
        var now = Times.now(clock);
        var agent = caller instanceof Caller.Member member ? member.id() : null;
        var told =
                new Typing(
                        agent == null ? Sender.CONTACT : Sender.AGENT,
                        agent,
                        typing ? now.plus(LASTS) : now);
        var topic = new Topic.OfConversation(caller.tenant(), id);
        var news = new Typed(topic, caller.key(), new Sign(told, internal));
        note(news);
        nodes.tell(news); // before it is woken, so that it is there when it is read
        live.wake(topic);
        return told;
    }

    private void note(Typed typed) {
        signs.asMap().merge(typed.where(), Map.of(typed.caller(), typed.sign()), Typists::both);
    }

    /** Who else types there, or stopped just now, as far as the caller may know; by their keys. */
    public Map<String, Typing> othersThan(Caller caller, ConversationId id) {
        return signs
                .asMap()
                .getOrDefault(new Topic.OfConversation(caller.tenant(), id), Map.of())
                .entrySet()
                .stream()
                .filter(sign -> !sign.getKey().equals(caller.key()))
                .filter(sign -> sign.getValue().shownTo(caller))
                .collect(toMap(Map.Entry::getKey, sign -> sign.getValue().typing()));
    }

    private static boolean mayWrite(Caller caller, Conversation conversation) {
        return caller instanceof Caller.Visitor
                || Authority.mayAct(caller, conversation.assignee());
    }

    private static boolean takesWords(Caller caller, Conversation conversation, boolean internal) {
        if (!(caller instanceof Caller.Visitor)) {
            return Authority.mayWriteNow(conversation.state(), internal);
        }
        if (internal) {
            throw new Refusal.Invalid("only members write notes", "internal");
        }
        return conversation.state() != ConversationState.CLOSED;
    }

    private static Map<String, Sign> both(Map<String, Sign> known, Map<String, Sign> told) {
        var all = new HashMap<>(known);
        all.putAll(told);
        return Map.copyOf(all);
    }
}
