/**
 * How often a caller may ask: token buckets per address and visitor, delays after wrong passwords.
 */
@NullMarked
package io.wenda.api.limit;

import org.jspecify.annotations.NullMarked;
