/** How every field is asked: permissions, limits, errors, idempotency, live answers. */
@NullMarked
package io.wenda.api.graphql;

import org.jspecify.annotations.NullMarked;
