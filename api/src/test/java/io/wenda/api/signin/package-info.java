/** Tests of the sign-in pages, from outside. */
@NullMarked
package io.wenda.api.signin;

import org.jspecify.annotations.NullMarked;
