package io.wenda.knowledge.confidence;

/**
 * A question whose answer is known: what spoke for the nearest entry, and whether it was the right
 * one.
 */
public record Sample(Evidence evidence, boolean right) {}
