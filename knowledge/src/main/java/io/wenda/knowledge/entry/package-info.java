/** Entries and their versions, from the first draft to publication. */
@NamedInterface
@NullMarked
package io.wenda.knowledge.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
