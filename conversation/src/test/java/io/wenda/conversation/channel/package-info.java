/** Tests. */
@NullMarked
package io.wenda.conversation.channel;

import org.jspecify.annotations.NullMarked;
