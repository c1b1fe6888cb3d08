@NullMarked
package io.wenda.backup;

import org.jspecify.annotations.NullMarked;
