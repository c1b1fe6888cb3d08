/** Work that stands in the database and is looked for round after round, on every node. */
@NamedInterface
@NullMarked
package io.wenda.tenant.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
