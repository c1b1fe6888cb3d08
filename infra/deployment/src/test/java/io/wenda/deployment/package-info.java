/** What operators are given, proved without a cluster and without a Docker daemon. */
@NullMarked
package io.wenda.deployment;

import org.jspecify.annotations.NullMarked;
