package io.wenda.conversation;

/** A group of agents who can serve the same requests. */
public record SkillGroup(SkillGroupId id, String name) {}
