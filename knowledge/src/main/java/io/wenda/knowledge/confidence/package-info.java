/** How likely it is that what was found answers what was asked. */
@NullMarked
package io.wenda.knowledge.confidence;

import org.jspecify.annotations.NullMarked;
