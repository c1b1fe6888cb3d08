package io.wenda.knowledge.trial;

import java.util.UUID;

/** Names a set of questions. */
public record QuestionSetId(UUID value) {}
