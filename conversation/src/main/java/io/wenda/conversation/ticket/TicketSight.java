package io.wenda.conversation.ticket;

import io.wenda.tenant.Caller;
import io.wenda.tenant.Role;
import java.util.Map;

/** The one place that says which tickets a caller may see: a condition on {@code ticket t}. */
record TicketSight(String condition, Map<String, ?> parameters) {
    private static final TicketSight ALL = new TicketSight("true", Map.of());
    private static final TicketSight NONE = new TicketSight("false", Map.of());

    static TicketSight of(Caller caller) {
        if (caller.has(Role.SUPERVISOR)) {
            return ALL;
        }
        return switch (caller) {
            case Caller.Member member when member.has(Role.AGENT) ->
                    new TicketSight(
                            """
                            (t.author_key = :sight_author or t.assignee_id = :sight_member
                             or exists (select from conversation c
                               where c.tenant_id = t.tenant_id and c.id = t.conversation_id
                                 and c.assignee_id = :sight_member))
                            """,
                            Map.of(
                                    "sight_author", member.key(),
                                    "sight_member", member.id().value()));
            case Caller.Program program when program.has(Role.AGENT) ->
                    new TicketSight(
                            "t.author_key = :sight_author", Map.of("sight_author", program.key()));
            case Caller.Member _, Caller.Program _, Caller.Visitor _ -> NONE;
        };
    }
}
