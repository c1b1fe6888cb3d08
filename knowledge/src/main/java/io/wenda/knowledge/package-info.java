/** What a company knows, in reviewed versions, and how a question finds its answer. */
@NullMarked
package io.wenda.knowledge;

import org.jspecify.annotations.NullMarked;
