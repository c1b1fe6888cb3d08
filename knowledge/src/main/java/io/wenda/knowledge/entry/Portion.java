package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import java.util.List;
import java.util.Set;

/**
 * Lines of an import that are written together.
 *
 * @param named the entries that any line of the file names
 */
public record Portion(List<Wanted> lines, ImportPolicy policy, Set<EntryId> named) {}
