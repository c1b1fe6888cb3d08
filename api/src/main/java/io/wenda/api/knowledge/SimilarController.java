package io.wenda.api.knowledge;

import graphql.GraphQLContext;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.knowledge.entry.Neighbour;
import io.wenda.knowledge.entry.Neighbours;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Warns of what is published already. */
@Controller
class SimilarController {
    private final Neighbours neighbours;
    private final KnowledgeReader reader;

    SimilarController(Neighbours neighbours, KnowledgeReader reader) {
        this.neighbours = neighbours;
        this.reader = reader;
    }

    /** A neighbour as the schema shows it. */
    record SimilarKnowledge(
            VersionId id, int version, String question, double score, Neighbour.Kind kind) {
        static SimilarKnowledge of(Neighbour it) {
            return new SimilarKnowledge(
                    it.version(), it.version().number(), it.question(), it.score(), it.kind());
        }
    }

    @SchemaMapping(typeName = "KnowledgeEntryPayload")
    @Nullable List<SimilarKnowledge> similar(
            KnowledgeEntryPayload payload, GraphQLContext context) {
        var entry = payload.entry();
        if (entry == null) {
            return null;
        }
        var latest = new VersionId(entry.id(), entry.latest());
        return Optional.ofNullable(
                        reader.versions(CallerContext.of(context), List.of(latest)).get(latest))
                .flatMap(neighbours::of)
                .map(found -> found.stream().map(SimilarKnowledge::of).toList())
                .orElse(null);
    }

    @BatchMapping(typeName = "SimilarKnowledge")
    Map<SimilarKnowledge, Entry> entry(List<SimilarKnowledge> found, GraphQLContext context) {
        return Batch.of(
                found, it -> it.id().entry(), ids -> reader.byIds(CallerContext.of(context), ids));
    }
}
