package io.wenda.conversation.routing;

import io.wenda.conversation.SkillGroup;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.SkillGroupMember;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A company's skill groups and the agents in them. */
@Component
public class SkillGroups {

    /** Makes a group; its name is unique in the company. */
    public SkillGroup create(String name) {
        throw new UnsupportedOperationException();
    }

    /** Puts an agent into a group, or changes her level and capacity there. */
    public SkillGroup addMember(SkillGroupId group, MemberId member, int level, int capacity) {
        throw new UnsupportedOperationException();
    }

    /** The group that serves where none was chosen. */
    public SkillGroup general() {
        throw new UnsupportedOperationException();
    }

    /** The known ones of these. */
    public Map<SkillGroupId, SkillGroup> byIds(Collection<SkillGroupId> ids) {
        throw new UnsupportedOperationException();
    }

    /** In order of creation. */
    public Page<SkillGroup> page(PageRequest request) {
        throw new UnsupportedOperationException();
    }

    /** The members of each of these groups, in order of their ids; the request's cursor is one. */
    public Map<SkillGroupId, Page<SkillGroupMember>> membersOf(
            Collection<SkillGroupId> groups, PageRequest request) {
        throw new UnsupportedOperationException();
    }
}
