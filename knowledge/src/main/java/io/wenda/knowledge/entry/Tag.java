package io.wenda.knowledge.entry;

/** A word that entries are marked with, and how many are. */
public record Tag(String name, int entries) {}
