/** How requests come in: on which sockets the application listens, and how slowly one may send. */
@NullMarked
package io.wenda.api.wire;

import org.jspecify.annotations.NullMarked;
