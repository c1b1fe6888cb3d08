package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationEvent.QueueCause;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.TransferTarget;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Line;
import io.wenda.conversation.routing.AgentLoads;
import io.wenda.conversation.routing.SkillGroups;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import io.wenda.tenant.company.Members;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Passes a held conversation to another agent or group. */
@Component
class Transferring {
    private static final int LONGEST_NOTE = 8000;
    private static final String TRANSFERRED = "TRANSFERRED";

    private final AgentLoads loads;
    private final SkillGroups groups;
    private final Members members;

    Transferring(AgentLoads loads, SkillGroups groups, Members members) {
        this.loads = loads;
        this.groups = groups;
        this.members = members;
    }

    void transfer(Caller caller, Held held, TransferTarget to, @Nullable String note) {
        switch (held.state()) {
            case QUEUED, ACTIVE -> {}
            case BOT, WRAP_UP, CLOSED ->
                    throw Refusal.Conflict.notAllowedNow(
                            "only what is QUEUED or ACTIVE is transferred, this is "
                                    + held.state());
        }
        if (note != null && !note.isBlank()) {
            held.say(Line.note(caller, Text.text(note, LONGEST_NOTE, "note")));
        }
        switch (to) {
            case TransferTarget.ToMember(var member) -> toMember(held, member);
            case TransferTarget.ToGroup(var group) -> toGroup(held, group);
        }
    }

    private void toMember(Held held, MemberId member) {
        if (!members.byIds(List.of(member)).containsKey(member)) {
            throw new Refusal.NotFound("member", "to", "memberId");
        }
        var before = held.assignee();
        if (member.equals(before)) {
            throw Refusal.Conflict.notAllowedNow("it is hers already", "to", "memberId");
        }
        if (before != null) {
            loads.lock(Set.of(before, member));
        }
        var seat =
                loads.seat(member, held.group())
                        .filter(it -> loads.take(it, held.at()))
                        .orElseThrow(() ->
                                Refusal.Conflict.notAllowedNow(
                                        "she is not online, in no skill group, or has no room for"
                                                + " one more",
                                        "to",
                                        "memberId"));
        held.pass(member, null);
        freeSlot(held);
        held.assign(member, seat.group());
    }

    private void toGroup(Held held, SkillGroupId group) {
        if (!groups.byIds(Set.of(group)).containsKey(group)) {
            throw new Refusal.NotFound("skill group", "to", "skillGroupId");
        }
        held.pass(null, group);
        freeSlot(held);
        held.queue(group, QueueCause.TRANSFER, TRANSFERRED);
    }

    private void freeSlot(Held held) {
        if (Authority.takesSlot(held)) {
            loads.free(Objects.requireNonNull(held.assignee()));
        }
    }
}
