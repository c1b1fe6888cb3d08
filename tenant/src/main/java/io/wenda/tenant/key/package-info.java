/**
 * A company's keys: those of its programs, and the public ones that its sites' identities are
 * checked with.
 */
@NamedInterface
@NullMarked
package io.wenda.tenant.key;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
