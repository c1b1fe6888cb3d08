/** Who serves: skill groups, availability, and the choice of an agent. */
@NamedInterface
@NullMarked
package io.wenda.conversation.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
