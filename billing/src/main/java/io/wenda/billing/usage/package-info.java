/** Metering: one line for each thing that is billed, written with the fact itself. */
@NamedInterface
@NullMarked
package io.wenda.billing.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
