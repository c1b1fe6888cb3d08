/** The demo, made on the running application. */
@NullMarked
package io.wenda.demo;

import org.jspecify.annotations.NullMarked;
