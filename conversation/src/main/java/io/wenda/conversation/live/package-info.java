/** Wake-ups for whoever watches: something is new, come and read. */
@NamedInterface
@NullMarked
package io.wenda.conversation.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
