package io.wenda.conversation.ticket;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.TicketState;
import io.wenda.tenant.MemberId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tickets are asked for; an empty set of states is all of them. */
public record TicketFilter(
        Set<TicketState> states,
        @Nullable MemberId assignee,
        @Nullable ConversationId conversation) {

    /** All. */
    public static final TicketFilter NONE = new TicketFilter(Set.of(), null, null);

    static final String CONDITION =
            """
            (cardinality(:states::text[]) = 0 or t.state = any(:states::text[]))
            and (:assignee::uuid is null or t.assignee_id = :assignee::uuid)
            and (:conversation::uuid is null or t.conversation_id = :conversation::uuid)
            """;

    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("states", states.stream().map(Enum::name).toArray(String[]::new));
        parameters.put("assignee", assignee == null ? null : assignee.value());
        parameters.put("conversation", conversation == null ? null : conversation.value());
        return parameters;
    }
}
