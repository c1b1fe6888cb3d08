/** What a company knows, to the world, and what the bot makes of it. */
@NullMarked
package io.wenda.api.knowledge;

import org.jspecify.annotations.NullMarked;
