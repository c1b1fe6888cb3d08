/**
 * Who may do what: companies, members, roles, and the wall between one company and another.
 *
 * <p>This package holds the words that every room uses; {@code isolation}, {@code event}, {@code
 * company} and {@code key} hold what they do.
 */
@NullMarked
package io.wenda.tenant;

import org.jspecify.annotations.NullMarked;
