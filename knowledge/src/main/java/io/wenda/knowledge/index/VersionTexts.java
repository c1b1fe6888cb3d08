package io.wenda.knowledge.index;

import io.wenda.knowledge.embedding.NormalText;
import java.util.List;

/**
 * What a version may be found by. A retired version has no texts: its document stays as a
 * tombstone. A lower revision never overwrites a higher one, so the order in which revisions arrive
 * does not matter.
 */
public record VersionTexts(VersionKey key, long revision, List<String> texts) {

    /** The texts as they are compared, each once. */
    public List<NormalText> normalTexts() {
        return texts.stream()
                .map(NormalText::of)
                .filter(text -> !text.isEmpty())
                .map(NormalText::inCommonWords)
                .distinct()
                .toList();
    }
}
