/** Real engines as child processes, for an installation that names none. */
@NullMarked
package io.wenda.embedded;

import org.jspecify.annotations.NullMarked;
