package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.conversation.AvailabilityStatus;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.Message;
import io.wenda.conversation.Shop;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.conversation.routing.Availabilities;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Page;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the tests say and see, each call bound to the caller's company. */
@Component
record Dialogue(
        Conversations conversations,
        ConversationQueries queries,
        Transcripts transcripts,
        Availabilities availabilities,
        Steps steps,
        Ledger ledger) {

    Conversations.Received say(Caller caller, @Nullable ConversationId id, String text) {
        return say(caller, new Conversations.Incoming(id, NewId.next().toString(), text, false));
    }

    Conversations.Received note(Caller caller, ConversationId id, String text) {
        return say(caller, new Conversations.Incoming(id, NewId.next().toString(), text, true));
    }

    Conversations.Received say(Caller caller, Conversations.Incoming incoming) {
        return CurrentTenant.call(caller.tenant(), () -> conversations.receive(caller, incoming));
    }

    Conversation see(Caller caller, ConversationId id) {
        return CurrentTenant.call(caller.tenant(), () -> queries.byId(caller, id).orElseThrow());
    }

    List<Message> read(Caller caller, ConversationId id) {
        var stretch = Transcripts.Stretch.after(0, 200);
        return CurrentTenant.call(
                        caller.tenant(), () -> transcripts.of(caller, List.of(id), stretch))
                .getOrDefault(id, Page.of(List.of(), 1, null))
                .items();
    }

    Conversation askForPerson(Caller caller, ConversationId id) {
        return CurrentTenant.call(caller.tenant(), () -> conversations.requestAgent(caller, id));
    }

    void online(Caller.Member member) {
        set(member, AvailabilityStatus.ONLINE);
    }

    void offline(Caller.Member member) {
        set(member, AvailabilityStatus.OFFLINE);
    }

    private void set(Caller.Member member, AvailabilityStatus status) {
        CurrentTenant.run(member.tenant(), () -> availabilities.set(member.id(), status, null));
    }

    /** Her ACTIVE conversation, with an agent of General, that no router holds any more. */
    ConversationId served(Shop shop, Caller.Visitor visitor) {
        online(shop.agent(shop.general(), 50));
        var id = say(visitor, null, "hello").message().conversation();
        shop.run(steps::route);
        var held = shop.in(() -> shop.with().transactions().execute(_ -> ledger.hold(id)));
        assertThat(held.orElseThrow().state()).isEqualTo(ConversationState.ACTIVE);
        return id;
    }

    /** A conversation that waits in the group of a channel without a bot. */
    ConversationId waiting(Shop shop, ChannelId channel) {
        return say(shop.visitor(channel), null, "hello").message().conversation();
    }
}
