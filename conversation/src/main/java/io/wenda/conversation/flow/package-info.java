/** Takes the steps of a flow in a conversation, one customer message at a time. */
@NullMarked
package io.wenda.conversation.flow;

import org.jspecify.annotations.NullMarked;
