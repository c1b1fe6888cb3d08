@NullMarked
package io.wenda.knowledge.generation;

import org.jspecify.annotations.NullMarked;
