package io.wenda.knowledge.trial;

import java.time.Instant;

/** Questions that belong together, such as those of a product. */
public record QuestionSet(QuestionSetId id, String name, int size, Instant createdAt) {}
