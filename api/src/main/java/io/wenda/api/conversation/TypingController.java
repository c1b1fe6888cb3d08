package io.wenda.api.conversation;

import static java.util.stream.Collectors.toMap;

import io.wenda.api.graphql.Batch;
import io.wenda.api.limit.Limits;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.Typing;
import io.wenda.conversation.serving.Typists;
import io.wenda.tenant.Caller;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Who is typing at this moment. */
@Controller
class TypingController {
    private final Typists typists;
    private final Members members;
    private final Limits limits;

    TypingController(Typists typists, Members members, Limits limits) {
        this.typists = typists;
        this.members = members;
        this.limits = limits;
    }

    record SetTypingInput(ConversationId conversationId, boolean typing, boolean internal) {}

    record SetTypingPayload(Instant until) {}

    @MutationMapping
    SetTypingPayload setTyping(@Argument SetTypingInput input, Caller caller) {
        limits.typing(caller);
        var told = typists.tell(caller, input.conversationId(), input.typing(), input.internal());
        return new SetTypingPayload(told.until());
    }

    /** An agent is shown by her name, as with her messages. */
    @BatchMapping(typeName = "Typing")
    Map<Typing, String> author(List<Typing> typings) {
        return Batch.of(
                typings,
                Typing::agent,
                ids ->
                        members.byIds(ids).values().stream()
                                .collect(toMap(Member::id, Member::name)));
    }
}
