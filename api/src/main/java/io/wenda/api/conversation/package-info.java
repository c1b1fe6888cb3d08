/** Conversations, messages and tickets, to the world, as they are and as they happen. */
@NullMarked
package io.wenda.api.conversation;

import org.jspecify.annotations.NullMarked;
