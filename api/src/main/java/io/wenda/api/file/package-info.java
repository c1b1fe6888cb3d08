/** Files in and out over plain HTTP, where GraphQL has no way for them. */
@NullMarked
package io.wenda.api.file;

import org.jspecify.annotations.NullMarked;
