/** Who may do what: companies, members, roles, and the wall between one company and another. */
@NullMarked
package io.wenda.tenant;

import org.jspecify.annotations.NullMarked;
