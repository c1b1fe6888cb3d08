package io.wenda.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a message. */
public record MessageId(@JsonValue UUID value) {}
