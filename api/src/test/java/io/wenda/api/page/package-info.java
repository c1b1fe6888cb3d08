/** How every field is asked, part by part. */
@NullMarked
package io.wenda.api.page;

import org.jspecify.annotations.NullMarked;
