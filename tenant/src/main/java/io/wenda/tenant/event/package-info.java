/** Facts that happened: appended in the transaction that made them true, shipped by analytics. */
@NamedInterface
@NullMarked
package io.wenda.tenant.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
