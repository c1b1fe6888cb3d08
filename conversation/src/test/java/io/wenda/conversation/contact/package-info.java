/** Tests. */
@NullMarked
package io.wenda.conversation.contact;

import org.jspecify.annotations.NullMarked;
