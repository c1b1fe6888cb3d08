/** Tests of streams from within. */
@NullMarked
package io.wenda.api.conversation;

import org.jspecify.annotations.NullMarked;
