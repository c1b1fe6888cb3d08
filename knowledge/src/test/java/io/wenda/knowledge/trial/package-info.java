@NullMarked
package io.wenda.knowledge.trial;

import org.jspecify.annotations.NullMarked;
