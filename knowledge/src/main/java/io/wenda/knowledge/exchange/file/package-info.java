/** Files that hold knowledge: what they are, how their lines are read, and how they are written. */
@NamedInterface("file")
@NullMarked
package io.wenda.knowledge.exchange.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
