/** Tests. */
@NullMarked
package io.wenda.conversation.serving;

import org.jspecify.annotations.NullMarked;
