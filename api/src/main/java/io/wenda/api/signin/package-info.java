/** The plain pages where members sign in and out, join and confirm; they need no script. */
@NullMarked
package io.wenda.api.signin;

import org.jspecify.annotations.NullMarked;
