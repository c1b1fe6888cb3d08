package io.wenda.api.leaving;

/**
 * This node ends, and its door is closed: whoever holds a connection open sends its other end away,
 * which finds another node.
 */
public record Leaving() {}
