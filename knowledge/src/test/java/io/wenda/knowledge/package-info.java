/** What the tests of the knowledge room share. */
@NullMarked
package io.wenda.knowledge;

import org.jspecify.annotations.NullMarked;
