/** Ways in and who serves them, to the world: channels, groups, availability, visitors. */
@NullMarked
package io.wenda.api.channel;

import org.jspecify.annotations.NullMarked;
