package io.wenda.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a ticket. */
public record TicketId(@JsonValue UUID value) {}
