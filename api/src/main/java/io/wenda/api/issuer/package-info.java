/** The OpenID Connect issuer: its key, its clients, sign-in sessions, and the tokens it gives. */
@NullMarked
package io.wenda.api.issuer;

import org.jspecify.annotations.NullMarked;
