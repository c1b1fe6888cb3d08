/** Tests of what goes in and out by files. */
@NullMarked
package io.wenda.knowledge.exchange;

import org.jspecify.annotations.NullMarked;
