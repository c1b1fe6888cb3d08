/** Who may come in: tokens, sign-in, API keys, visitors. */
@NullMarked
package io.wenda.api.security;

import org.jspecify.annotations.NullMarked;
