package io.wenda.knowledge.index;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.tenant.TenantId;
import java.util.List;
import java.util.Set;

/** The document of the index: one version with each text that it may be found by. */
record VersionDocument(TenantId tenant, EntryId entry, int version, List<Text> texts) {

    record Text(String text, Set<String> codes, String model, String vector) {

        static Text of(NormalText text, Embeddings embeddings) {
            return new Text(
                    text.value(),
                    text.codes(),
                    text.language().model(),
                    embeddings.embed(text).base64());
        }
    }

    static VersionDocument of(VersionTexts version, Embeddings embeddings) {
        var texts =
                version.texts().stream()
                        .map(NormalText::of)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .map(text -> Text.of(text, embeddings))
                        .toList();
        var id = version.key().version();
        return new VersionDocument(version.key().tenant(), id.entry(), id.number(), texts);
    }
}
