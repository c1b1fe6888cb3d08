package io.wenda.api.knowledge;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.graphql.Once;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.knowledge.entry.ReplayedPublishing;
import io.wenda.knowledge.trial.Change;
import io.wenda.knowledge.trial.QuestionSet;
import io.wenda.knowledge.trial.QuestionSetId;
import io.wenda.knowledge.trial.QuestionSets;
import io.wenda.knowledge.trial.ResultFilter;
import io.wenda.knowledge.trial.Trial;
import io.wenda.knowledge.trial.TrialId;
import io.wenda.knowledge.trial.TrialReader;
import io.wenda.knowledge.trial.Trials;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Batch tests and replays: begun, watched, stopped, overridden, brought out. */
@Controller
class TrialController {
    private final Trials trials;
    private final TrialReader trialReader;
    private final ReplayedPublishing publishing;
    private final QuestionSets sets;
    private final KnowledgeReader reader;
    private final Members members;
    private final Connections connections;
    private final Once once;

    TrialController(
            Trials trials,
            TrialReader trialReader,
            ReplayedPublishing publishing,
            QuestionSets sets,
            KnowledgeReader reader,
            Members members,
            Connections connections,
            Once once) {
        this.trials = trials;
        this.trialReader = trialReader;
        this.publishing = publishing;
        this.sets = sets;
        this.reader = reader;
        this.members = members;
        this.connections = connections;
        this.once = once;
    }

    record StartBatchTestInput(QuestionSetId setId) {}

    record TrialChangeInput(EntryId entryId, @Nullable Integer version) {}

    record StartReplayInput(List<TrialChangeInput> changes) {
        List<Change> toChanges() {
            return changes.stream().map(it -> new Change(it.entryId(), it.version())).toList();
        }
    }

    record StopKnowledgeTrialInput(TrialId trialId) {}

    record PublishReplayedKnowledgeInput(TrialId trialId) {}

    record OverrideReplayInput(TrialId trialId, String reason) {}

    record KnowledgeTrialPayload(KnowledgeTrial trial) {}

    @QueryMapping
    Connection<KnowledgeTrial> knowledgeTrials(
            @Argument @Nullable QuestionSetId setId, DataFetchingEnvironment field) {
        return connections.of(
                field,
                trialReader.page(setId, connections.request(field)).map(KnowledgeTrial::of),
                it -> it.id().value());
    }

    @QueryMapping
    Optional<KnowledgeTrial> knowledgeTrial(@Argument TrialId id) {
        return trialReader.find(id).map(KnowledgeTrial::of);
    }

    @QueryMapping
    Connection<TriedQuestion> trialResults(
            @Argument TrialId trialId,
            @Argument @Nullable ResultFilter filter,
            DataFetchingEnvironment field) {
        return connections.of(
                field,
                trialReader
                        .results(
                                trialId,
                                Objects.requireNonNullElse(filter, ResultFilter.NONE),
                                connections.request(field))
                        .map(TriedQuestion::of),
                it -> new UUID(0, it.place()));
    }

    @BatchMapping(typeName = "KnowledgeTrial")
    Map<KnowledgeTrial, QuestionSet> set(List<KnowledgeTrial> shown) {
        return Batch.of(shown, KnowledgeTrial::setId, sets::byIds);
    }

    @BatchMapping(typeName = "KnowledgeTrial")
    Map<KnowledgeTrial, Member> askedBy(List<KnowledgeTrial> shown) {
        return Batch.of(shown, KnowledgeTrial::askedById, members::byIds);
    }

    @BatchMapping(typeName = "ReplayOverride")
    Map<KnowledgeTrial.Overridden, Member> by(List<KnowledgeTrial.Overridden> shown) {
        return Batch.of(shown, KnowledgeTrial.Overridden::byId, members::byIds);
    }

    @BatchMapping(typeName = "TrialChange", field = "entry")
    Map<KnowledgeTrial.Step, Entry> entryOfChange(
            List<KnowledgeTrial.Step> steps, GraphQLContext context) {
        return entries(steps, KnowledgeTrial.Step::entryId, context);
    }

    @BatchMapping(typeName = "TrialOutcome", field = "entry")
    Map<TriedQuestion.Came, Entry> entryOfOutcome(
            List<TriedQuestion.Came> outcomes, GraphQLContext context) {
        return entries(outcomes, TriedQuestion.Came::entryId, context);
    }

    @BatchMapping(typeName = "TrialResult", field = "expectedEntry")
    Map<TriedQuestion, Entry> entryExpected(List<TriedQuestion> tried, GraphQLContext context) {
        return entries(tried, TriedQuestion::expectedEntryId, context);
    }

    @MutationMapping
    KnowledgeTrialPayload startBatchTest(
            @Argument StartBatchTestInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, () -> trials.startBatch(caller, input.setId()));
    }

    @MutationMapping
    KnowledgeTrialPayload startReplay(
            @Argument StartReplayInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, () -> trials.startReplay(caller, input.toChanges()));
    }

    @MutationMapping
    KnowledgeTrialPayload stopKnowledgeTrial(
            @Argument StopKnowledgeTrialInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, () -> trials.stop(caller, input.trialId()));
    }

    @MutationMapping
    KnowledgeTrialPayload overrideReplay(
            @Argument OverrideReplayInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, () -> trials.override(caller, input.trialId(), input.reason()));
    }

    @MutationMapping
    KnowledgeTrialPayload publishReplayedKnowledge(
            @Argument PublishReplayedKnowledgeInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        // asks the index, so before any transaction
        var prepared = once.before(field, () -> publishing.prepare(input.trialId()));
        return done(field, () -> publishing.publish(caller, prepared.orElseThrow()));
    }

    private KnowledgeTrialPayload done(DataFetchingEnvironment field, Supplier<Trial> act) {
        return once.of(
                field,
                () -> new KnowledgeTrialPayload(KnowledgeTrial.of(act.get())),
                payload -> List.of(payload.trial().id().value()),
                ids ->
                        trialReader
                                .find(new TrialId(ids.getFirst()))
                                .map(it -> new KnowledgeTrialPayload(KnowledgeTrial.of(it)))
                                .orElseThrow(() -> new Refusal.NotFound("trial")));
    }

    private <T> Map<T, Entry> entries(
            List<T> sources, Function<T, @Nullable EntryId> entry, GraphQLContext context) {
        return Batch.of(sources, entry, ids -> reader.byIds(CallerContext.of(context), ids));
    }
}
