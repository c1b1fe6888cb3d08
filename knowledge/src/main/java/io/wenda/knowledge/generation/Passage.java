package io.wenda.knowledge.generation;

import io.wenda.knowledge.VersionId;

/** What a model may answer from: a published version. */
public record Passage(VersionId version, String question, String answer) {}
