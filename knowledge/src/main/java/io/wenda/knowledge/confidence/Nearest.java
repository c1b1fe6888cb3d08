package io.wenda.knowledge.confidence;

import io.wenda.knowledge.embedding.NormalText;
import java.util.List;

/** An entry that came near the question: its score, and the texts it was found by. */
public record Nearest(double score, List<NormalText> texts) {}
