/** How the bot shows itself on a channel, and when people are there beside it. */
@NamedInterface
@NullMarked
package io.wenda.conversation.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
