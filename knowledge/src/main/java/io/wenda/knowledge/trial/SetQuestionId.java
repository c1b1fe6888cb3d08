package io.wenda.knowledge.trial;

import java.util.UUID;

/** Names a question of a set. */
public record SetQuestionId(UUID value) {}
