package io.wenda.api.conversation;

import static java.util.stream.Collectors.toMap;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.page.Connection;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.Message;
import io.wenda.conversation.serving.ConversationQueries;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Messages of conversations. */
@Controller
class MessageController {
    private final ConversationQueries conversations;
    private final Members members;
    private final TranscriptEdge transcripts;

    MessageController(
            ConversationQueries conversations, Members members, TranscriptEdge transcripts) {
        this.conversations = conversations;
        this.members = members;
        this.transcripts = transcripts;
    }

    @SchemaMapping
    CompletableFuture<Connection<Message>> messages(
            Conversation conversation, DataFetchingEnvironment field) {
        return transcripts.of(field, conversation.id());
    }

    /** An agent is shown by her name; contact and bot are who they are. */
    @BatchMapping
    Map<Message, String> author(List<Message> messages) {
        return Batch.of(
                messages,
                Message::agent,
                ids ->
                        members.byIds(ids).values().stream()
                                .collect(toMap(Member::id, Member::name)));
    }

    @BatchMapping
    Map<Message, Conversation> conversation(List<Message> messages, GraphQLContext context) {
        return Batch.of(
                messages,
                Message::conversation,
                ids -> conversations.byIds(CallerContext.of(context), ids));
    }
}
