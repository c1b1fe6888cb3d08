package io.wenda.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one service unit, from its first message to its close. */
public record ConversationId(@JsonValue UUID value) {}
