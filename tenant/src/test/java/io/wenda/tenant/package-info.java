/** What the tests of this room share. */
@NullMarked
package io.wenda.tenant;

import org.jspecify.annotations.NullMarked;
