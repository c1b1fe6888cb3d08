package io.wenda.knowledge.trial;

import io.wenda.knowledge.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * One step of a change of what is published.
 *
 * @param version that the entry would be answered with, a retired one for going back to it; absent:
 *     the entry would be retired
 */
public record Change(EntryId entry, @Nullable Integer version) {}
