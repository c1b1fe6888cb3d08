/**
 * What a company has bought and what it uses.
 *
 * <p>This package holds the words; {@code plan} reads what is offered and what a company has,
 * {@code usage} counts what is billed.
 */
@NullMarked
package io.wenda.billing;

import org.jspecify.annotations.NullMarked;
