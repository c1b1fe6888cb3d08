/** Proof that outbox, warehouse and facts tell the same. */
@NamedInterface
@NullMarked
package io.wenda.analytics.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
