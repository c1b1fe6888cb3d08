package io.wenda.api.security;

import io.wenda.api.issuer.AccessTokens.Holder;
import io.wenda.conversation.channel.OpenChannels;
import io.wenda.tenant.Caller;
import io.wenda.tenant.company.Roles;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Turns a verified request into the caller as she is now: roles are read, never believed, and
 * visitors come through channels that are open.
 */
@Component
public class Callers {
    private final Roles roles;
    private final OpenChannels channels;

    Callers(Roles roles, OpenChannels channels) {
        this.channels = channels;
        this.roles = roles;
    }

    /** Who asks; empty for everybody without a token, and for holders who are gone by now. */
    public Optional<Caller> of(@Nullable Authentication authentication) {
        return authentication instanceof BearerAuthentication verified
                ? of(verified.bearer())
                : Optional.empty();
    }

    /** When the caller's token ends; empty for everybody without one. */
    public Optional<Instant> until(@Nullable Authentication authentication) {
        return authentication instanceof BearerAuthentication verified
                ? Optional.of(verified.bearer().until())
                : Optional.empty();
    }

    Optional<Caller> of(Bearer bearer) {
        return switch (bearer) {
            case Bearer.OfVisitor(var visitor, _, _) ->
                    channels.isOpen(visitor.tenant(), visitor.channel())
                            ? Optional.of(visitor)
                            : Optional.empty();
            case Bearer.OfStaff(Holder.OfMember member) ->
                    roles.of(member.tenant(), member.id())
                            .map(held -> new Caller.Member(member.tenant(), member.id(), held));
            case Bearer.OfStaff(Holder.OfProgram program) ->
                    roles.of(program.tenant(), program.id())
                            .map(held -> new Caller.Program(program.tenant(), program.id(), held));
        };
    }
}
