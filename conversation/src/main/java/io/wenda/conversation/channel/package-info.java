/** The configured ways in. */
@NamedInterface
@NullMarked
package io.wenda.conversation.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
