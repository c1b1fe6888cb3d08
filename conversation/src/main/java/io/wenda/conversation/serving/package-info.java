/** A conversation from its first message to its rating: messages, bot, people, close. */
@NamedInterface
@NullMarked
package io.wenda.conversation.serving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
