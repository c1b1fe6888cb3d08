/** A large company's vectors in cells, so that a question need not be compared with all of them. */
@NullMarked
package io.wenda.knowledge.cell;

import org.jspecify.annotations.NullMarked;
