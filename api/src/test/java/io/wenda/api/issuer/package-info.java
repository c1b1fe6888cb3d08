/** Tests of the issuer. */
@NullMarked
package io.wenda.api.issuer;

import org.jspecify.annotations.NullMarked;
