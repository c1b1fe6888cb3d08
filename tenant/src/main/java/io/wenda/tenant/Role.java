package io.wenda.tenant;

import java.util.Set;

/**
 * What a member or a program may do in its company; the meaning of each is in the product's words.
 */
public enum Role {
    /** All. */
    OWNER,
    /** All but billing and owners. */
    ADMIN,
    /** All conversations, tickets, reports, availability. */
    SUPERVISOR,
    /** Own conversations, the queue of own groups, their tickets; published knowledge. */
    AGENT,
    /** Knowledge. */
    EDITOR,
    /** Reports, and conversations read-only. */
    ANALYST;

    /** Whether this role holds everything that {@code other} holds. */
    public boolean includes(Role other) {
        return switch (this) {
            case OWNER -> true;
            case ADMIN -> other != OWNER;
            case SUPERVISOR -> other == SUPERVISOR || other == AGENT || other == ANALYST;
            case AGENT, EDITOR, ANALYST -> other == this;
        };
    }

    /** Whether the holder of {@code own} may give {@code wanted}: nobody grants beyond her own. */
    public static boolean mayGrant(Set<Role> own, Set<Role> wanted) {
        return wanted.stream().allMatch(role -> own.stream().anyMatch(mine -> mine.includes(role)));
    }
}
