package io.wenda.api.channel;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.graphql.Whence;
import io.wenda.api.page.Connection;
import io.wenda.api.page.PagedEdge;
import io.wenda.api.page.PagedEdges;
import io.wenda.api.security.WidgetSessions;
import io.wenda.conversation.Contact;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.Visitor;
import io.wenda.conversation.contact.Contacts;
import io.wenda.conversation.serving.ConversationQueries;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Customers: how they come in, and who they are. */
@Controller
class VisitorController {
    private final WidgetSessions sessions;
    private final Contacts contacts;
    private final ConversationQueries conversations;
    private final PagedEdge<ContactId, Conversation> timeline;

    VisitorController(
            WidgetSessions sessions,
            Contacts contacts,
            ConversationQueries conversations,
            PagedEdges edges) {
        this.sessions = sessions;
        this.contacts = contacts;
        this.conversations = conversations;
        this.timeline =
                edges.edge(
                        "Contact.conversations",
                        conversations::ofContacts,
                        conversation -> conversation.id().value());
    }

    record StartWidgetSessionInput(
            String channelKey,
            @Nullable String visitorToken,
            @Nullable String panelTicket,
            @Nullable String identityToken,
            @Nullable String locale) {

        WidgetSessions.Start from(Whence whence) {
            return new WidgetSessions.Start(
                    channelKey,
                    visitorToken,
                    panelTicket,
                    identityToken,
                    locale,
                    whence.origin(),
                    whence.address());
        }
    }

    record StartWidgetSessionPayload(
            String accessToken,
            Instant expiresAt,
            String visitorToken,
            Visitor visitor,
            @Nullable Conversation openConversation) {}

    @MutationMapping
    StartWidgetSessionPayload startWidgetSession(
            @Argument StartWidgetSessionInput input, DataFetchingEnvironment field) {
        var started = sessions.start(input.from(Whence.of(field)));
        var caller = started.caller();
        CallerContext.become(field, caller);
        var open = CurrentTenant.call(caller.tenant(), () -> conversations.openOf(caller));
        return new StartWidgetSessionPayload(
                started.accessToken(),
                started.expiresAt(),
                started.visitorToken(),
                started.visitor(),
                open.orElse(null));
    }

    @BatchMapping
    Map<Visitor, Contact> contact(List<Visitor> visitors) {
        return Batch.of(visitors, Visitor::contact, contacts::byIds);
    }

    @SchemaMapping
    CompletableFuture<Connection<Conversation>> conversations(
            Contact contact, DataFetchingEnvironment field) {
        return timeline.of(field, contact.id());
    }
}
