/** Keeps the search index in step with the database: work to do, receipts, catching up. */
@NamedInterface
@NullMarked
package io.wenda.knowledge.indexing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
