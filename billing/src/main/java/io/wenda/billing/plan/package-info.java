/** Plans: the operator's local one, those read from Stripe, and what a company has. */
@NamedInterface
@NullMarked
package io.wenda.billing.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
