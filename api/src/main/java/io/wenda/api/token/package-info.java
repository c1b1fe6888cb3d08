/** Short-lived statements that this installation signs for itself, each of one kind only. */
@NullMarked
package io.wenda.api.token;

import org.jspecify.annotations.NullMarked;
