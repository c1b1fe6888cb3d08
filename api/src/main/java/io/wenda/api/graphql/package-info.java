/**
 * How every field is asked: ids, cursors, permissions, limits, errors, idempotency, live answers.
 */
@NullMarked
package io.wenda.api.graphql;

import org.jspecify.annotations.NullMarked;
