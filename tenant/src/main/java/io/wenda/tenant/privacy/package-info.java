/** Takes personal data out of texts before they are kept or sent elsewhere. */
@NamedInterface
@NullMarked
package io.wenda.tenant.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
