/**
 * Tries knowledge before customers do: batch tests of question sets, and the replay of a change
 * that publishing may depend on.
 */
@NamedInterface
@NullMarked
package io.wenda.knowledge.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
