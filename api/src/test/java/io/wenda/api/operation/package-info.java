@NullMarked
package io.wenda.api.operation;

import org.jspecify.annotations.NullMarked;
