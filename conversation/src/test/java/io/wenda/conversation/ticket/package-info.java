/** Tests. */
@NullMarked
package io.wenda.conversation.ticket;

import org.jspecify.annotations.NullMarked;
