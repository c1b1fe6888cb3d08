package io.wenda.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a group of agents who can serve the same requests. */
public record SkillGroupId(@JsonValue UUID value) {}
