/** How every field is asked, part by part. */
@NullMarked
package io.wenda.api.graphql;

import org.jspecify.annotations.NullMarked;
