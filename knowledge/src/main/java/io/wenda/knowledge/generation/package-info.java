/** A language model of the company's own choice words the answer, checked against the passages. */
@NamedInterface
@NullMarked
package io.wenda.knowledge.generation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
