package io.wenda.conversation;

import io.wenda.tenant.MemberId;

/**
 * An agent in a group.
 *
 * @param capacity the group gives her one more only while all her ACTIVE conversations are fewer
 */
public record SkillGroupMember(SkillGroupId group, MemberId member, int level, int capacity) {}
