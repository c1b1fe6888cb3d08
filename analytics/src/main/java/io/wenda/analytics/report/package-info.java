/** Reports, and the one dictionary of what their metrics mean. */
@NamedInterface
@NullMarked
package io.wenda.analytics.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
