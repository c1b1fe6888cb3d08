/**
 * What tests put in the place of the world: the time, other people's servers, a search engine's own
 * ranking, and the words of a hundred thousand help pages.
 */
@NullMarked
package io.wenda.testing;

import org.jspecify.annotations.NullMarked;
