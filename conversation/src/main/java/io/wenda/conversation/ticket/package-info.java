/** Matters that outlive a conversation. */
@NamedInterface
@NullMarked
package io.wenda.conversation.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
