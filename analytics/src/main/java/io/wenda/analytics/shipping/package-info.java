/** Events from the outbox into the warehouse, each exactly once. */
@NamedInterface
@NullMarked
package io.wenda.analytics.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
