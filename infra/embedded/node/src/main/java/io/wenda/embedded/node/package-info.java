/** An OpenSearch node out of its official jars, in a JVM of its own. */
@NullMarked
package io.wenda.embedded.node;

import org.jspecify.annotations.NullMarked;
