package io.wenda.tenant.company;

import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles as they are stored, and the rule that nobody grants beyond her own. */
public final class RoleNames {
    private RoleNames() {}

    public static String[] of(Collection<Role> roles) {
        return roles.stream().distinct().sorted().map(Role::name).toArray(String[]::new);
    }

    public static Set<Role> toRoles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    public static Set<Role> rolesOf(Caller caller) {
        return switch (caller) {
            case Caller.Member member -> member.roles();
            case Caller.Program program -> program.roles();
            case Caller.Visitor _ -> Set.of();
        };
    }

    /** Refuses an empty grant, and one beyond the caller's own roles. */
    public static void requireGrantable(Caller caller, Set<Role> wanted) {
        if (wanted.isEmpty()) {
            throw new Refusal.Invalid("must name at least one role", "roles");
        }
        if (!Role.mayGrant(rolesOf(caller), wanted)) {
            throw new Refusal.Forbidden("nobody grants a role beyond her own");
        }
    }
}
