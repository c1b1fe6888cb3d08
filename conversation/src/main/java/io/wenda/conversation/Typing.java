package io.wenda.conversation;

import io.wenda.tenant.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is typing in a conversation; known for a moment only, stored nowhere.
 *
 * @param agent who, where sender is AGENT
 * @param until when it is over unless she goes on; in the past where she stopped
 */
public record Typing(Sender sender, @Nullable MemberId agent, Instant until) {}
