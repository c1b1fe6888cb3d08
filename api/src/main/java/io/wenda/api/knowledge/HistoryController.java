package io.wenda.api.knowledge;

import graphql.GraphQLContext;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.knowledge.entry.VersionHistory;
import io.wenda.knowledge.entry.VersionMove;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** How versions came to be where they are. */
@Controller
class HistoryController {
    private final VersionHistory history;
    private final Members members;

    HistoryController(VersionHistory history, Members members) {
        this.history = history;
        this.members = members;
    }

    @BatchMapping
    Map<KnowledgeVersion, List<VersionMove>> history(
            List<KnowledgeVersion> versions, GraphQLContext context) {
        var found =
                new HashMap<>(
                        Batch.of(
                                versions,
                                KnowledgeVersion::id,
                                ids -> history.of(CallerContext.of(context), ids)));
        versions.forEach(it -> found.putIfAbsent(it, List.of()));
        return found;
    }

    @BatchMapping(typeName = "KnowledgeMove")
    Map<VersionMove, Member> by(List<VersionMove> moves) {
        return Batch.of(moves, VersionMove::by, members::byIds);
    }
}
