package io.wenda.knowledge.answering;

import io.wenda.knowledge.VersionId;

/**
 * A published version that comes near the question.
 *
 * @param question the version's own
 * @param score how near, 0 to about 1; comparable within one answer only
 */
public record AnswerCandidate(VersionId version, String question, double score) {}
