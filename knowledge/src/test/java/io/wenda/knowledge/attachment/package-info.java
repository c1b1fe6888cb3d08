/** Tests of files attached to versions. */
@NullMarked
package io.wenda.knowledge.attachment;

import org.jspecify.annotations.NullMarked;
