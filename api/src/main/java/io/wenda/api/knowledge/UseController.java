package io.wenda.api.knowledge;

import static java.util.stream.Collectors.toMap;

import graphql.GraphQLContext;
import io.wenda.api.graphql.CallerContext;
import io.wenda.conversation.AnswerUse;
import io.wenda.conversation.receipt.AnswerUses;
import io.wenda.knowledge.entry.Entry;
import io.wenda.tenant.Role;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** What became of the answers from entries and versions; for editors and analysts. */
@Controller
class UseController {
    private final AnswerUses uses;

    UseController(AnswerUses uses) {
        this.uses = uses;
    }

    @BatchMapping(typeName = "KnowledgeEntry", field = "use")
    Map<Entry, AnswerUse> ofEntries(List<Entry> entries, GraphQLContext context) {
        if (!maySee(context)) {
            return Map.of();
        }
        var counted = uses.of(entries.stream().map(it -> it.id().value()).toList());
        return entries.stream()
                .distinct()
                .collect(
                        toMap(
                                it -> it,
                                it ->
                                        counted
                                                .getOrDefault(it.id().value(), Map.of())
                                                .values()
                                                .stream()
                                                .reduce(AnswerUse.NONE, AnswerUse::plus)));
    }

    @BatchMapping(typeName = "KnowledgeVersion", field = "use")
    Map<KnowledgeVersion, AnswerUse> ofVersions(
            List<KnowledgeVersion> versions, GraphQLContext context) {
        if (!maySee(context)) {
            return Map.of();
        }
        var counted = uses.of(versions.stream().map(it -> it.id().entry().value()).toList());
        return versions.stream()
                .distinct()
                .collect(
                        toMap(
                                it -> it,
                                it ->
                                        counted.getOrDefault(it.id().entry().value(), Map.of())
                                                .getOrDefault(it.number(), AnswerUse.NONE)));
    }

    private static boolean maySee(GraphQLContext context) {
        var caller = CallerContext.of(context);
        return caller.has(Role.EDITOR) || caller.has(Role.ANALYST);
    }
}
