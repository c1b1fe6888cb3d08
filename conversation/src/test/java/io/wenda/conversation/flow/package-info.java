@NullMarked
package io.wenda.conversation.flow;

import org.jspecify.annotations.NullMarked;
