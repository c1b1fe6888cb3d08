/** The engines as operators see them: whether each answers, and how long work on it takes. */
@NamedInterface
@NullMarked
package io.wenda.tenant.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
