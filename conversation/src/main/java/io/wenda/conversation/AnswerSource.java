package io.wenda.conversation;

import java.util.UUID;

/**
 * Receipt of a bot message: the knowledge entry and the version it came from.
 *
 * @param question that version's
 */
public record AnswerSource(UUID entry, int version, String question) {}
