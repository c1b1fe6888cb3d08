package io.wenda.api.knowledge;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.KnowledgeEntries;
import io.wenda.knowledge.entry.ReviewQueue;
import io.wenda.knowledge.entry.VersionAct;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The review of many versions: what waits, and one verdict on several. */
@Controller
class ReviewController {
    private static final int MOST = 200;

    private final KnowledgeEntries entries;
    private final ReviewQueue queue;
    private final Connections connections;

    ReviewController(KnowledgeEntries entries, ReviewQueue queue, Connections connections) {
        this.entries = entries;
        this.queue = queue;
        this.connections = connections;
    }

    record ReadKnowledgeVersionInput(
            EntryId entryId, int version, @Nullable Integer expectedRevision) {}

    record KnowledgeVersionsInput(
            List<ReadKnowledgeVersionInput> versions, @Nullable String comment) {
        List<VersionAct> toActs() {
            if (versions.isEmpty() || versions.size() > MOST) {
                throw new Refusal.Invalid("must be 1 to " + MOST, "versions");
            }
            return versions.stream()
                    .map(it ->
                            new VersionAct(
                                    new VersionId(it.entryId(), it.version()),
                                    it.expectedRevision(),
                                    comment))
                    .toList();
        }
    }

    record KnowledgeVersionsPayload(List<KnowledgeEntryPayload> outcomes) {}

    @QueryMapping
    Connection<Entry> knowledgeReviewQueue(Caller caller, DataFetchingEnvironment field) {
        return connections.of(
                field, queue.page(caller, connections.request(field)), entry -> entry.id().value());
    }

    @MutationMapping
    KnowledgeVersionsPayload submitKnowledgeVersions(
            @Argument KnowledgeVersionsInput input, Caller caller) {
        return each(input, act -> entries.submit(caller, act));
    }

    @MutationMapping
    KnowledgeVersionsPayload approveKnowledgeVersions(
            @Argument KnowledgeVersionsInput input, Caller caller) {
        return each(input, act -> entries.approve(caller, act));
    }

    @MutationMapping
    KnowledgeVersionsPayload rejectKnowledgeVersions(
            @Argument KnowledgeVersionsInput input, Caller caller) {
        return each(input, act -> entries.reject(caller, act));
    }

    /** Each in a transaction of its own, so that one that is refused does not stop the others. */
    private static KnowledgeVersionsPayload each(
            KnowledgeVersionsInput input, Function<VersionAct, Entry> act) {
        return new KnowledgeVersionsPayload(
                input.toActs().stream().map(it -> outcome(it, act)).toList());
    }

    private static KnowledgeEntryPayload outcome(VersionAct it, Function<VersionAct, Entry> act) {
        try {
            return KnowledgeEntryPayload.of(act.apply(it));
        } catch (Refusal refusal) {
            return KnowledgeEntryPayload.of(refusal);
        }
    }
}
