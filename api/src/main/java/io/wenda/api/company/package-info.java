/** Companies and their people, to the world: who asks, members, API keys, signing up. */
@NullMarked
package io.wenda.api.company;

import org.jspecify.annotations.NullMarked;
