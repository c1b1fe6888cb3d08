/**
 * How often a caller may ask: token buckets per address, visitor and company, delays after wrong
 * passwords. What guards against guessing and mass sign-ups holds over all nodes, the rest for
 * each.
 */
@NullMarked
package io.wenda.api.limit;

import org.jspecify.annotations.NullMarked;
