/**
 * What customers ask and the knowledge does not answer: their questions gathered by meaning, and
 * what agents answered instead, so that editors write what is missed most.
 */
@NamedInterface
@NullMarked
package io.wenda.knowledge.gap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
