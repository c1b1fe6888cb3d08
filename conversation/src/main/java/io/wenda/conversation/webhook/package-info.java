/** A company's own bot: where it is, and what it says, asked by signed webhook. */
@NamedInterface
@NullMarked
package io.wenda.conversation.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
