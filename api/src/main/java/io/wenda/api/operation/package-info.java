/** What operators need: which engine answers, traces, lines for log collectors, an end in order. */
@NullMarked
package io.wenda.api.operation;

import org.jspecify.annotations.NullMarked;
