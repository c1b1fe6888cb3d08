/** Tests of tokens and of who may use them. */
@NullMarked
package io.wenda.api.security;

import org.jspecify.annotations.NullMarked;
