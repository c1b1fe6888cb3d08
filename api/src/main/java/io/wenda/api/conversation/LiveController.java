package io.wenda.api.conversation;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.LiveStreams;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.serving.Inbox;
import io.wenda.tenant.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** What happens, as it happens. */
@Controller
class LiveController {
    private final LiveStreams streams;
    private final ConversationStream.Rooms rooms;
    private final Inbox inbox;

    LiveController(LiveStreams streams, ConversationStream.Rooms rooms, Inbox inbox) {
        this.streams = streams;
        this.rooms = rooms;
        this.inbox = inbox;
    }

    @SubscriptionMapping
    Flux<Object> conversationUpdates(
            @Argument ConversationId conversationId,
            @Argument @Nullable Integer afterSeq,
            DataFetchingEnvironment field) {
        return streams.of(
                field,
                new ConversationStream(
                        rooms, conversationId, afterSeq == null ? 0 : Math.max(0, afterSeq)));
    }

    @SubscriptionMapping
    Flux<InboxEvent> inbox(Caller.Member caller, DataFetchingEnvironment field) {
        return streams.of(
                field, new InboxStream(inbox, rooms.conversations(), rooms.bus(), caller.id()));
    }
}
