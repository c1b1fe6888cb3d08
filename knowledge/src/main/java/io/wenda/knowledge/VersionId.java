package io.wenda.knowledge;

/** Names one version of an entry. */
public record VersionId(EntryId entry, int number) {}
