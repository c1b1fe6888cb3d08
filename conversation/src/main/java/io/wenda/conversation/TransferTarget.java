package io.wenda.conversation;

import io.wenda.tenant.MemberId;

/** Where an agent passes a conversation to. */
public sealed interface TransferTarget {

    /** Another agent, who must be online and have room. */
    record ToMember(MemberId member) implements TransferTarget {}

    /** The queue of a group. */
    record ToGroup(SkillGroupId group) implements TransferTarget {}
}
