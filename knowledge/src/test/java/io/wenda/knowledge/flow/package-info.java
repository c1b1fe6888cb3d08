@NullMarked
package io.wenda.knowledge.flow;

import org.jspecify.annotations.NullMarked;
