package io.wenda.tenant.company;

import io.wenda.tenant.MemberId;
import io.wenda.tenant.Role;
import java.util.Set;

/** A person of the company. */
public record Member(MemberId id, String name, String email, Set<Role> roles, MemberState state) {
    public Member {
        roles = Set.copyOf(roles);
    }
}
