/** The walls between companies, and around a visitor, seen from outside and from the database. */
@NullMarked
package io.wenda.isolation;

import org.jspecify.annotations.NullMarked;
