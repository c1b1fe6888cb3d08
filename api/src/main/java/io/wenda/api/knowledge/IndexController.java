package io.wenda.api.knowledge;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.graphql.Once;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.knowledge.indexing.Rebuild;
import io.wenda.knowledge.indexing.Rebuilds;
import io.wenda.knowledge.indexing.SetAside;
import io.wenda.tenant.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** How the search index stands to the knowledge, and its rebuild. */
@Controller
class IndexController {
    private final Rebuilds rebuilds;
    private final KnowledgeReader reader;
    private final Once once;

    IndexController(Rebuilds rebuilds, KnowledgeReader reader, Once once) {
        this.reader = reader;
        this.rebuilds = rebuilds;
        this.once = once;
    }

    record RebuildKnowledgeIndexInput() {}

    record KnowledgeIndexRebuild(
            Rebuild.State state, Instant beganAt, @Nullable Instant endedAt, long surplus) {

        static KnowledgeIndexRebuild of(Rebuild rebuild) {
            return new KnowledgeIndexRebuild(
                    rebuild.state(),
                    rebuild.beganAt(),
                    rebuild.endedAt(),
                    rebuild.found().surplus());
        }
    }

    record KnowledgeIndex(
            long documents,
            long due,
            List<RefusedVersion> refused,
            @Nullable KnowledgeIndexRebuild rebuild) {}

    record RefusedVersion(EntryId id, int version, String reason) {
        static RefusedVersion of(SetAside refused) {
            return new RefusedVersion(
                    refused.version().entry(), refused.version().number(), refused.reason());
        }
    }

    record KnowledgeIndexPayload(KnowledgeIndex index) {}

    @QueryMapping
    KnowledgeIndex knowledgeIndex() {
        var standing = rebuilds.standing();
        return new KnowledgeIndex(
                standing.documents(),
                standing.due(),
                standing.refused().stream().map(RefusedVersion::of).toList(),
                standing.rebuild().map(KnowledgeIndexRebuild::of).orElse(null));
    }

    @BatchMapping(field = "entry")
    Map<RefusedVersion, Entry> entryOfRefused(
            List<RefusedVersion> refused, GraphQLContext context) {
        return Batch.of(
                refused, RefusedVersion::id, ids -> reader.byIds(CallerContext.of(context), ids));
    }

    @MutationMapping
    KnowledgeIndexPayload rebuildKnowledgeIndex(
            @Argument RebuildKnowledgeIndexInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> {
                    rebuilds.begin(caller);
                    return new KnowledgeIndexPayload(knowledgeIndex());
                },
                _ -> List.of(caller.tenant().value()),
                _ -> new KnowledgeIndexPayload(knowledgeIndex()));
    }
}
