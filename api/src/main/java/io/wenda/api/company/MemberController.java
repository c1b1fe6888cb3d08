package io.wenda.api.company;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.Once;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.conversation.Availability;
import io.wenda.conversation.routing.Availabilities;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Role;
import io.wenda.tenant.company.Invitations;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The people of a company. */
@Controller
class MemberController {
    private final Members members;
    private final Invitations invitations;
    private final Availabilities availabilities;
    private final Connections connections;
    private final Once once;

    MemberController(
            Members members,
            Invitations invitations,
            Availabilities availabilities,
            Connections connections,
            Once once) {
        this.members = members;
        this.invitations = invitations;
        this.availabilities = availabilities;
        this.connections = connections;
        this.once = once;
    }

    record InviteMemberInput(String email, String name, Set<Role> roles) {}

    record InviteMemberPayload(Member member) {}

    record ChangeMemberRolesInput(MemberId memberId, Set<Role> roles) {}

    record RemoveMemberInput(MemberId memberId) {}

    record MemberPayload(Member member) {
        List<UUID> ids() {
            return List.of(member.id().value());
        }
    }

    @QueryMapping
    Connection<Member> members(DataFetchingEnvironment field) {
        return connections.of(
                field, members.page(connections.request(field)), member -> member.id().value());
    }

    @BatchMapping
    Map<Member, Availability> availability(List<Member> members) {
        return Batch.of(members, Member::id, availabilities::of);
    }

    @MutationMapping
    InviteMemberPayload inviteMember(
            @Argument InviteMemberInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () ->
                        new InviteMemberPayload(
                                invitations.invite(
                                        caller, input.email(), input.name(), input.roles())),
                payload -> List.of(payload.member().id().value()),
                ids -> new InviteMemberPayload(members.get(new MemberId(ids.getFirst()))));
    }

    @MutationMapping
    MemberPayload changeMemberRoles(
            @Argument ChangeMemberRolesInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () ->
                        new MemberPayload(
                                members.changeRoles(caller, input.memberId(), input.roles())),
                MemberPayload::ids,
                this::again);
    }

    @MutationMapping
    MemberPayload removeMember(
            @Argument RemoveMemberInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> {
                    members.remove(caller, input.memberId());
                    return new MemberPayload(members.get(input.memberId()));
                },
                MemberPayload::ids,
                this::again);
    }

    private MemberPayload again(List<UUID> ids) {
        return new MemberPayload(members.get(new MemberId(ids.getFirst())));
    }
}
