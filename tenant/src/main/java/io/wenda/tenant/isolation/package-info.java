/** The wall: binds a company to the work in hand, and makes storage refuse all else. */
@NamedInterface
@NullMarked
package io.wenda.tenant.isolation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
