package io.wenda.api.knowledge;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.knowledge.indexing.Rebuild;
import io.wenda.knowledge.indexing.Rebuilds;
import io.wenda.tenant.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** How the search index stands to the knowledge, and its rebuild. */
@Controller
class IndexController {
    private final Rebuilds rebuilds;
    private final Once once;

    IndexController(Rebuilds rebuilds, Once once) {
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

    record KnowledgeIndex(long documents, long due, @Nullable KnowledgeIndexRebuild rebuild) {}

    record KnowledgeIndexPayload(KnowledgeIndex index) {}

    @QueryMapping
    KnowledgeIndex knowledgeIndex() {
        var standing = rebuilds.standing();
        return new KnowledgeIndex(
                standing.documents(),
                standing.due(),
                standing.rebuild().map(KnowledgeIndexRebuild::of).orElse(null));
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
