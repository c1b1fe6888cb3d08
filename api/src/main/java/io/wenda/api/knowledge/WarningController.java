package io.wenda.api.knowledge;

import graphql.GraphQLContext;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.knowledge.entry.Neighbour;
import io.wenda.knowledge.entry.Neighbours;
import io.wenda.knowledge.entry.Version;
import io.wenda.knowledge.gap.Proposal;
import io.wenda.tenant.privacy.Masking;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Warns whoever writes, and refuses nothing: of what is published already, and of masks. */
@Controller
class WarningController {
    private final Neighbours neighbours;
    private final KnowledgeReader reader;

    WarningController(Neighbours neighbours, KnowledgeReader reader) {
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
        return latest(payload, context)
                .flatMap(neighbours::of)
                .map(found -> found.stream().map(SimilarKnowledge::of).toList())
                .orElse(null);
    }

    @SchemaMapping(typeName = "KnowledgeEntryPayload")
    @Nullable List<String> masks(KnowledgeEntryPayload payload, GraphQLContext context) {
        return latest(payload, context)
                .map(it -> Masking.masksIn(it.question(), it.answer()))
                .orElse(null);
    }

    @SchemaMapping
    List<String> masks(KnowledgeVersion version) {
        return Masking.masksIn(version.question(), version.answer());
    }

    @SchemaMapping(typeName = "KnowledgeProposal")
    List<String> masks(Proposal proposal) {
        return Masking.masksIn(proposal.answer());
    }

    private Optional<Version> latest(KnowledgeEntryPayload payload, GraphQLContext context) {
        return Optional.ofNullable(payload.entry())
                .map(it -> new VersionId(it.id(), it.latest()))
                .map(it -> reader.versions(CallerContext.of(context), List.of(it)).get(it));
    }

    @BatchMapping(typeName = "SimilarKnowledge")
    Map<SimilarKnowledge, Entry> entry(List<SimilarKnowledge> found, GraphQLContext context) {
        return Batch.of(
                found, it -> it.id().entry(), ids -> reader.byIds(CallerContext.of(context), ids));
    }
}
