package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationState;
import io.wenda.conversation.ledger.Held;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Role;
import org.jspecify.annotations.Nullable;

/** What a caller who sees a conversation may do to it. */
final class Authority {
    private Authority() {}

    /** Supervisors and above act on all, an agent on her own; analysts only read. */
    static boolean mayAct(Caller caller, @Nullable MemberId assignee) {
        return switch (caller) {
            case Caller.Visitor _ -> false;
            case Caller.Program program -> program.has(Role.SUPERVISOR);
            case Caller.Member member ->
                    member.has(Role.SUPERVISOR)
                            || (member.has(Role.AGENT) && member.id().equals(assignee));
        };
    }

    /** Whether its state takes a member's words now; to the contact only while somebody serves. */
    static boolean mayWriteNow(ConversationState state, boolean note) {
        return switch (state) {
            case BOT, QUEUED, ACTIVE -> true;
            case WRAP_UP -> note;
            case CLOSED -> false;
        };
    }

    /** Who may ask for a person on the contact's behalf. */
    static boolean mayAskForPerson(Caller caller) {
        return caller instanceof Caller.Visitor || caller.has(Role.AGENT);
    }

    /** Whether the conversation counts in its agent's load. */
    static boolean takesSlot(Held held) {
        return held.state() == ConversationState.ACTIVE;
    }
}
