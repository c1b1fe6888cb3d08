/** Files that versions have attached: kept once in a company, shown with the bot's answers. */
@NamedInterface
@NullMarked
package io.wenda.knowledge.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
