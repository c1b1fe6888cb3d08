/** What a company has bought and what it uses. */
@NullMarked
package io.wenda.billing;

import org.jspecify.annotations.NullMarked;
