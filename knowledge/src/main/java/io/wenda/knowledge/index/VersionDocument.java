package io.wenda.knowledge.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.cell.Cells;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.embedding.Vector;
import io.wenda.tenant.TenantId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The document of the index: one version with each text that it may be found by. */
record VersionDocument(
        @JsonIgnore VersionTexts written,
        TenantId tenant,
        EntryId entry,
        int version,
        List<Text> texts) {

    record Text(String text, Set<String> codes, String model, String vector, List<String> cells) {

        static Text of(NormalText text, Vector vector, List<Cells> cells) {
            return new Text(
                    text.value(),
                    text.codes(),
                    text.language().model(),
                    vector.base64(),
                    cells.stream().map(of -> of.code(vector)).toList());
        }
    }

    /**
     * @param cells of the company, by language: a text is written into those of each training
     */
    static VersionDocument of(
            VersionTexts version,
            Function<NormalText, Vector> vectors,
            Function<Language, List<Cells>> cells) {
        var texts =
                version.normalTexts().stream()
                        .map(text ->
                                Text.of(text, vectors.apply(text), cells.apply(text.language())))
                        .toList();
        var id = version.key().version();
        return new VersionDocument(version, version.key().tenant(), id.entry(), id.number(), texts);
    }
}
