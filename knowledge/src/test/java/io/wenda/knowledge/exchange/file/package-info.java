/** Tests of files that hold knowledge. */
@NullMarked
package io.wenda.knowledge.exchange.file;

import org.jspecify.annotations.NullMarked;
