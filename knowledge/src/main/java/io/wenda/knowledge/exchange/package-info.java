/** Knowledge in and out by files: uploads, imports in the background, exports. */
@NamedInterface
@NullMarked
package io.wenda.knowledge.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
