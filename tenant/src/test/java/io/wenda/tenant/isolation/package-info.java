/** The wall between companies, and the database behind it. */
@NullMarked
package io.wenda.tenant.isolation;

import org.jspecify.annotations.NullMarked;
