package io.wenda.api.conversation;

import io.wenda.conversation.Conversation;
import java.time.Instant;

/** A conversation as it is, after something about it became new. */
record ConversationChange(Conversation conversation, Instant at) {}
