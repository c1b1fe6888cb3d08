/** What the tests of the conversation room stand on. */
@NullMarked
package io.wenda.conversation;

import org.jspecify.annotations.NullMarked;
