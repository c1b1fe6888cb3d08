package io.wenda.api.graphql;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask a field, as {@code @allow} in the schema says; a field without it is open to every
 * member and program who reached its parent, and closed to visitors.
 *
 * @param roles any of these; absent: any role
 */
record Permission(@Nullable Set<Role> roles, boolean visitor, boolean program, boolean open) {
    static final String DIRECTIVE = "allow";
    private static final Permission UNMARKED = new Permission(null, false, true, false);

    static Permission of(GraphQLFieldDefinition field) {
        return Optional.ofNullable(field.getAppliedDirective(DIRECTIVE))
                .map(Permission::read)
                .orElse(UNMARKED);
    }

    private static Permission read(GraphQLAppliedDirective allow) {
        return new Permission(
                value(allow, "roles") instanceof List<?> names
                        ? names.stream()
                                .map(name -> Role.valueOf((String) name))
                                .collect(Collectors.toUnmodifiableSet())
                        : null,
                Boolean.TRUE.equals(value(allow, "visitor")),
                Boolean.TRUE.equals(value(allow, "program")),
                Boolean.TRUE.equals(value(allow, "open")));
    }

    private static @Nullable Object value(GraphQLAppliedDirective allow, String argument) {
        return allow.getArgument(argument).getValue();
    }

    /** Whether this caller may ask the field. */
    boolean allows(Caller caller) {
        return open
                || switch (caller) {
                    case Caller.Visitor _ -> visitor;
                    case Caller.Program _ -> program && held(caller);
                    case Caller.Member _ -> held(caller);
                };
    }

    private boolean held(Caller caller) {
        return roles == null || roles.stream().anyMatch(caller::has);
    }
}
