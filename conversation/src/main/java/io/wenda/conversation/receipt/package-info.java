/**
 * What is kept of the bot's turns, and what those who tend the knowledge read and learn from it.
 */
@NamedInterface
@NullMarked
package io.wenda.conversation.receipt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
