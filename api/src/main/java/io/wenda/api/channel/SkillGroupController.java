package io.wenda.api.channel;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.Once;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.api.page.PagedEdge;
import io.wenda.api.page.PagedEdges;
import io.wenda.conversation.SkillGroup;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.SkillGroupMember;
import io.wenda.conversation.routing.SkillGroups;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Who serves together. */
@Controller
class SkillGroupController {
    private final SkillGroups groups;
    private final Members people;
    private final Connections connections;
    private final PagedEdge<SkillGroupId, SkillGroupMember> members;
    private final Once once;

    SkillGroupController(
            SkillGroups groups,
            Members people,
            Connections connections,
            PagedEdges edges,
            Once once) {
        this.groups = groups;
        this.people = people;
        this.connections = connections;
        this.members =
                edges.edge(
                        "SkillGroup.members",
                        (_, keys, stretch) -> groups.membersOf(keys, stretch),
                        member -> member.member().value());
        this.once = once;
    }

    record CreateSkillGroupInput(String name) {}

    record AddSkillGroupMemberInput(
            SkillGroupId skillGroupId, MemberId memberId, int level, int capacity) {}

    record RemoveSkillGroupMemberInput(SkillGroupId skillGroupId, MemberId memberId) {}

    record SkillGroupPayload(SkillGroup skillGroup) {
        List<UUID> ids() {
            return List.of(skillGroup.id().value());
        }
    }

    @QueryMapping
    Connection<SkillGroup> skillGroups(DataFetchingEnvironment field) {
        return connections.of(
                field, groups.page(connections.request(field)), group -> group.id().value());
    }

    @SchemaMapping
    CompletableFuture<Connection<SkillGroupMember>> members(
            SkillGroup group, DataFetchingEnvironment field) {
        return members.of(field, group.id());
    }

    @BatchMapping
    Map<SkillGroupMember, Member> member(List<SkillGroupMember> seats) {
        return Batch.of(seats, SkillGroupMember::member, people::byIds);
    }

    @MutationMapping
    SkillGroupPayload createSkillGroup(
            @Argument CreateSkillGroupInput input, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> new SkillGroupPayload(groups.create(input.name())),
                SkillGroupPayload::ids,
                this::again);
    }

    @MutationMapping
    SkillGroupPayload addSkillGroupMember(
            @Argument AddSkillGroupMemberInput input, DataFetchingEnvironment field) {
        return once.of(
                field,
                () ->
                        new SkillGroupPayload(
                                groups.addMember(
                                        input.skillGroupId(),
                                        input.memberId(),
                                        input.level(),
                                        input.capacity())),
                SkillGroupPayload::ids,
                this::again);
    }

    @MutationMapping
    SkillGroupPayload removeSkillGroupMember(
            @Argument RemoveSkillGroupMemberInput input, DataFetchingEnvironment field) {
        return once.of(
                field,
                () ->
                        new SkillGroupPayload(
                                groups.removeMember(input.skillGroupId(), input.memberId())),
                SkillGroupPayload::ids,
                this::again);
    }

    private SkillGroupPayload again(List<UUID> ids) {
        var id = new SkillGroupId(ids.getFirst());
        return Optional.ofNullable(groups.byIds(List.of(id)).get(id))
                .map(SkillGroupPayload::new)
                .orElseThrow(() -> new Refusal.NotFound("skill group"));
    }
}
