/** Customers, and the browsers that speak for them. */
@NamedInterface
@NullMarked
package io.wenda.conversation.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
