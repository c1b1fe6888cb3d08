package io.wenda.api.conversation;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.api.limit.Limits;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.Message;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.TransferTarget;
import io.wenda.conversation.serving.ConversationQueries;
import io.wenda.conversation.serving.Conversations;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What contacts and agents do to a conversation. */
@Controller
class ServingController {
    private final Conversations conversations;
    private final ConversationQueries queries;
    private final Limits limits;
    private final Once once;

    ServingController(
            Conversations conversations, ConversationQueries queries, Limits limits, Once once) {
        this.conversations = conversations;
        this.queries = queries;
        this.limits = limits;
        this.once = once;
    }

    record SendMessageInput(
            @Nullable ConversationId conversationId,
            String clientMessageId,
            String text,
            @Nullable Boolean internal) {

        Conversations.Incoming toIncoming() {
            return new Conversations.Incoming(
                    conversationId, clientMessageId, text, Boolean.TRUE.equals(internal));
        }
    }

    record SendMessagePayload(Message message, @Nullable Conversation conversation) {}

    record ConversationInput(ConversationId conversationId) {}

    record RateConversationInput(
            ConversationId conversationId, int score, @Nullable String comment) {}

    record TransferConversationInput(
            ConversationId conversationId, Target to, @Nullable String note) {}

    /** Exactly one is there: the schema's {@code @oneOf} sees to it. */
    record Target(@Nullable SkillGroupId skillGroupId, @Nullable MemberId memberId) {
        TransferTarget toTarget() {
            if (memberId != null) {
                return new TransferTarget.ToMember(memberId);
            }
            if (skillGroupId != null) {
                return new TransferTarget.ToGroup(skillGroupId);
            }
            throw new Refusal.Invalid("name a skill group or a member", "to");
        }
    }

    record CloseConversationInput(
            ConversationId conversationId,
            @Nullable ConversationOutcome outcome,
            @Nullable String disposition,
            @Nullable String summary) {

        Conversations.Closing toClosing() {
            return new Conversations.Closing(outcome, disposition, summary);
        }
    }

    record ConversationPayload(Conversation conversation) {}

    @MutationMapping
    SendMessagePayload sendMessage(@Argument SendMessageInput input, Caller caller) {
        if (caller instanceof Caller.Visitor visitor) {
            limits.visitorMessage(visitor);
        }
        var received = conversations.receive(caller, input.toIncoming());
        return new SendMessagePayload(received.message(), received.conversation());
    }

    @MutationMapping
    ConversationPayload requestAgent(
            @Argument ConversationInput input, Caller caller, DataFetchingEnvironment field) {
        return done(
                field, caller, () -> conversations.requestAgent(caller, input.conversationId()));
    }

    @MutationMapping
    ConversationPayload rateConversation(
            @Argument RateConversationInput input, Caller caller, DataFetchingEnvironment field) {
        return done(
                field,
                caller,
                () ->
                        conversations.rate(
                                caller, input.conversationId(), input.score(), input.comment()));
    }

    @MutationMapping
    ConversationPayload transferConversation(
            @Argument TransferConversationInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        return done(
                field,
                caller,
                () ->
                        conversations.transfer(
                                caller,
                                input.conversationId(),
                                input.to().toTarget(),
                                input.note()));
    }

    @MutationMapping
    ConversationPayload closeConversation(
            @Argument CloseConversationInput input, Caller caller, DataFetchingEnvironment field) {
        return done(
                field,
                caller,
                () -> conversations.close(caller, input.conversationId(), input.toClosing()));
    }

    private ConversationPayload done(
            DataFetchingEnvironment field, Caller caller, Supplier<Conversation> act) {
        return once.of(
                field,
                () -> new ConversationPayload(act.get()),
                payload -> List.of(payload.conversation().id().value()),
                ids -> again(caller, ids));
    }

    private ConversationPayload again(Caller caller, List<UUID> ids) {
        return queries.byId(caller, new ConversationId(ids.getFirst()))
                .map(ConversationPayload::new)
                .orElseThrow(() -> new Refusal.NotFound("conversation"));
    }
}
