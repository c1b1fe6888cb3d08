/** The guarded way out, to addresses that companies typed. */
@NamedInterface
@NullMarked
package io.wenda.tenant.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
