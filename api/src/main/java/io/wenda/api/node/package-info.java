/** Any object by its id alone. */
@NullMarked
package io.wenda.api.node;

import org.jspecify.annotations.NullMarked;
