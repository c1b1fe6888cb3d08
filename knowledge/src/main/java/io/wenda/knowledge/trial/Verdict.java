package io.wenda.knowledge.trial;

import org.jspecify.annotations.Nullable;

/**
 * What the replay gate says to a change, and why.
 *
 * @param replay that speaks for the change, or is under way
 */
public record Verdict(GateState state, @Nullable Trial replay) {}
