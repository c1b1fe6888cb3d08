package io.wenda.conversation.ledger;

import io.wenda.tenant.Caller;
import io.wenda.tenant.Role;
import java.util.Map;
import java.util.UUID;

/**
 * The one place that says which conversations a caller may see: a condition on {@code conversation
 * c}, and its parameters.
 *
 * <p>Owners, admins, supervisors and analysts see all; an agent her own and the queue of her
 * groups; a visitor her contact's on her channel; editors and agents' programs none.
 *
 * @param notes whether internal notes are seen too
 */
public record Sight(String condition, Map<String, UUID> parameters, boolean notes) {
    private static final Sight ALL = new Sight("true", Map.of(), true);
    private static final Sight NONE = new Sight("false", Map.of(), false);
    private static final String OWN_AND_QUEUE =
            """
            (c.assignee_id = :sight_member
             or c.state = 'QUEUED' and exists (
               select from skill_group_member g
               where g.tenant_id = c.tenant_id and g.group_id = c.group_id
                 and g.member_id = :sight_member))
            """;
    private static final String OF_CONTACT =
            "(c.contact_id = :sight_contact and c.channel_id = :sight_channel)";

    /** What the caller sees. */
    public static Sight of(Caller caller) {
        if (caller.has(Role.ANALYST)) {
            return ALL;
        }
        return switch (caller) {
            case Caller.Visitor visitor ->
                    new Sight(
                            OF_CONTACT,
                            Map.of(
                                    "sight_contact", visitor.contact().value(),
                                    "sight_channel", visitor.channel().value()),
                            false);
            case Caller.Member member when member.has(Role.AGENT) ->
                    new Sight(OWN_AND_QUEUE, Map.of("sight_member", member.id().value()), true);
            case Caller.Member _, Caller.Program _ -> NONE;
        };
    }
}
