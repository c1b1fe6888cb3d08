package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an import asks for.
 *
 * @param entry the entry that it is about; absent where it shall be a new one
 * @param text every word of it
 * @param publish whether the bot shall answer with it at once, else it stays a draft
 */
public record Wanted(@Nullable EntryId entry, NewEntry text, boolean publish) {}
