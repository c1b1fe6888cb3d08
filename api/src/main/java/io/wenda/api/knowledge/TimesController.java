package io.wenda.api.knowledge;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.knowledge.entry.ReviewsDue;
import io.wenda.knowledge.entry.ScheduledPublishing;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What editors want done at a time. */
@Controller
class TimesController {
    private final ScheduledPublishing scheduled;
    private final ReviewsDue reviews;
    private final KnowledgeReader reader;
    private final Once once;

    TimesController(
            ScheduledPublishing scheduled, ReviewsDue reviews, KnowledgeReader reader, Once once) {
        this.scheduled = scheduled;
        this.reviews = reviews;
        this.reader = reader;
        this.once = once;
    }

    record ScheduleKnowledgeVersionInput(EntryId entryId, int version, Instant at) {}

    record UnscheduleKnowledgeVersionInput(EntryId entryId, int version) {}

    record PlanKnowledgeReviewInput(EntryId entryId, @Nullable Instant dueAt) {}

    @MutationMapping
    KnowledgeEntryPayload scheduleKnowledgeVersion(
            @Argument ScheduleKnowledgeVersionInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        var version = new VersionId(input.entryId(), input.version());
        return done(field, caller, () -> scheduled.schedule(caller, version, input.at()));
    }

    @MutationMapping
    KnowledgeEntryPayload unscheduleKnowledgeVersion(
            @Argument UnscheduleKnowledgeVersionInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        var version = new VersionId(input.entryId(), input.version());
        return done(field, caller, () -> scheduled.unschedule(caller, version));
    }

    @MutationMapping
    KnowledgeEntryPayload planKnowledgeReview(
            @Argument PlanKnowledgeReviewInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        return done(field, caller, () -> reviews.plan(caller, input.entryId(), input.dueAt()));
    }

    private KnowledgeEntryPayload done(
            DataFetchingEnvironment field, Caller caller, Supplier<Entry> act) {
        return once.of(
                field,
                () -> KnowledgeEntryPayload.of(act.get()),
                payload -> List.of(payload.entryId().value()),
                ids -> {
                    var id = new EntryId(ids.getFirst());
                    return Optional.ofNullable(reader.byIds(caller, List.of(id)).get(id))
                            .map(KnowledgeEntryPayload::of)
                            .orElseThrow(() -> new Refusal.NotFound("knowledge entry"));
                });
    }
}
