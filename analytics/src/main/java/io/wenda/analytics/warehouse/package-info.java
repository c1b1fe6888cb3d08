/** ClickHouse: its tables, its writer, and the one reader that is walled in by the tenant. */
@NamedInterface
@NullMarked
package io.wenda.analytics.warehouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
