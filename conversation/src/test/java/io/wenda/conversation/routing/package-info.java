/** Tests. */
@NullMarked
package io.wenda.conversation.routing;

import org.jspecify.annotations.NullMarked;
