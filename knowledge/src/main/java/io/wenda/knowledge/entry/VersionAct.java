package io.wenda.knowledge.entry;

import io.wenda.knowledge.VersionId;
import org.jspecify.annotations.Nullable;

/** Something done to a version, with what the doer says about it. */
public record VersionAct(VersionId version, @Nullable String comment) {}
