/** Tests. */
@NullMarked
package io.wenda.conversation.live;

import org.jspecify.annotations.NullMarked;
