package io.wenda.knowledge.entry;

/**
 * A node of the tree of categories.
 *
 * @param path names from the top, parted by slashes
 * @param name the last of them
 * @param depth 1 at the top
 * @param entries in this very category
 * @param total those and all in the categories below
 */
public record Category(String path, String name, int depth, int entries, int total) {}
