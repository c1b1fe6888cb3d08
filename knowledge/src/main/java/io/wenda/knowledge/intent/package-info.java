/** What customers want done rather than told: recognised from a company's own examples. */
@NamedInterface
@NullMarked
package io.wenda.knowledge.intent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
