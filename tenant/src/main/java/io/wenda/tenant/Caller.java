package io.wenda.tenant;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who asks: always of exactly one company, resolved once at the edge from a verified token. */
public sealed interface Caller {

    /** The company whose data this caller may touch. */
    TenantId tenant();

    /** Stable name of the caller within her company, the scope of idempotency and message ids. */
    String key();

    /** The member whose {@link #key} this is; absent where it is another's. */
    static Optional<MemberId> memberOf(String key) {
        return key.startsWith(Member.KEY)
                ? Optional.of(new MemberId(UUID.fromString(key.substring(Member.KEY.length()))))
                : Optional.empty();
    }

    /** Who has that key and acts again by what she left behind, a plan say; with no role. */
    static Caller named(TenantId tenant, String key) {
        return memberOf(key)
                .<Caller>map(member -> new Member(tenant, member, Set.of()))
                .orElseGet(() -> {
                    if (!key.startsWith(Program.KEY)) {
                        throw new IllegalArgumentException("no member's or program's key: " + key);
                    }
                    var id = UUID.fromString(key.substring(Program.KEY.length()));
                    return new Program(tenant, new ProgramId(id), Set.of());
                });
    }

    /** A person of the company, with the roles she has at this moment. */
    record Member(TenantId tenant, MemberId id, Set<Role> roles) implements Caller {
        private static final String KEY = "member:";

        public Member {
            roles = Set.copyOf(roles);
        }

        @Override
        public String key() {
            return KEY + id.value();
        }
    }

    /** A caller with an API key: acts with the key's roles, never as an agent. */
    record Program(TenantId tenant, ProgramId id, Set<Role> roles) implements Caller {
        private static final String KEY = "program:";

        public Program {
            roles = Set.copyOf(roles);
        }

        @Override
        public String key() {
            return KEY + id.value();
        }
    }

    /** A customer in the widget, bound to the channel that her token was made for. */
    record Visitor(
            TenantId tenant, VisitorId id, ChannelId channel, ContactId contact, boolean verified)
            implements Caller {
        @Override
        public String key() {
            return "visitor:" + id.value();
        }
    }

    /** Whether the caller holds the role, or one that includes it. */
    default boolean has(Role role) {
        return switch (this) {
            case Member member -> member.roles.stream().anyMatch(own -> own.includes(role));
            case Program program -> program.roles.stream().anyMatch(own -> own.includes(role));
            case Visitor _ -> false;
        };
    }
}
