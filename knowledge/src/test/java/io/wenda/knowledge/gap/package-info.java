@NullMarked
package io.wenda.knowledge.gap;

import org.jspecify.annotations.NullMarked;
