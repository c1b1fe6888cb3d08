/**
 * What the nodes of one installation tell one another: here a second process is known of. Whatever
 * a node misses, it finds out by itself a little later.
 */
@NamedInterface
@NullMarked
package io.wenda.tenant.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
