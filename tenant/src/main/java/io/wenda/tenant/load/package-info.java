/** Shares out what is scarce among companies: nobody waits because another one hurries. */
@NamedInterface
@NullMarked
package io.wenda.tenant.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
