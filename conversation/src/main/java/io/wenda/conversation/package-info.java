/** A customer being served: contacts, messages, the bot's turn, routing, handover, tickets. */
@NullMarked
package io.wenda.conversation;

import org.jspecify.annotations.NullMarked;
