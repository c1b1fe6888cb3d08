package io.wenda.api.knowledge;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.graphql.Once;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.api.page.PagedEdge;
import io.wenda.api.page.PagedEdges;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.knowledge.trial.NewQuestion;
import io.wenda.knowledge.trial.QuestionSet;
import io.wenda.knowledge.trial.QuestionSetId;
import io.wenda.knowledge.trial.QuestionSets;
import io.wenda.knowledge.trial.SetQuestion;
import io.wenda.knowledge.trial.SetQuestionId;
import io.wenda.knowledge.trial.SetQuestions;
import io.wenda.tenant.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Sets of questions that knowledge is tried on. */
@Controller
class QuestionSetController {
    private final QuestionSets sets;
    private final SetQuestions questions;
    private final KnowledgeReader reader;
    private final Connections connections;
    private final Once once;
    private final PagedEdge<QuestionSetId, SetQuestion> edge;

    QuestionSetController(
            QuestionSets sets,
            SetQuestions questions,
            KnowledgeReader reader,
            Connections connections,
            Once once,
            PagedEdges edges) {
        this.sets = sets;
        this.questions = questions;
        this.reader = reader;
        this.connections = connections;
        this.once = once;
        this.edge =
                edges.edge(
                        "QuestionSet.questions",
                        (_, ids, stretch) -> sets.questions(ids, stretch),
                        it -> it.id().value());
    }

    record CreateQuestionSetInput(String name) {}

    record RenameQuestionSetInput(QuestionSetId setId, String name) {}

    record NewSetQuestionInput(
            String question,
            String locale,
            @Nullable EntryId expectedEntryId,
            @Nullable String expectedQuestion) {
        NewQuestion toNewQuestion() {
            return new NewQuestion(question, locale, expectedEntryId, expectedQuestion);
        }
    }

    record AddSetQuestionsInput(QuestionSetId setId, List<NewSetQuestionInput> questions) {}

    record EditSetQuestionInput(
            SetQuestionId questionId,
            String question,
            String locale,
            @Nullable EntryId expectedEntryId) {}

    record RemoveSetQuestionsInput(List<SetQuestionId> questionIds) {}

    record RemoveQuestionSetInput(QuestionSetId setId) {}

    record QuestionSetPayload(@Nullable QuestionSet set) {}

    record SetQuestionPayload(SetQuestion question) {}

    @QueryMapping
    Connection<QuestionSet> questionSets(DataFetchingEnvironment field) {
        return connections.of(field, sets.page(connections.request(field)), it -> it.id().value());
    }

    @QueryMapping
    Optional<QuestionSet> questionSet(@Argument QuestionSetId id) {
        return sets.find(id);
    }

    @SchemaMapping(typeName = "QuestionSet", field = "questions")
    CompletableFuture<Connection<SetQuestion>> questions(
            QuestionSet set, DataFetchingEnvironment field) {
        return edge.of(field, set.id());
    }

    @BatchMapping(typeName = "SetQuestion")
    Map<SetQuestion, Entry> expectedEntry(List<SetQuestion> asked, GraphQLContext context) {
        return Batch.of(
                asked, SetQuestion::expected, ids -> reader.byIds(CallerContext.of(context), ids));
    }

    @SchemaMapping(typeName = "SetQuestion")
    boolean answerExpected(SetQuestion asked) {
        return asked.expected() != null;
    }

    @MutationMapping
    QuestionSetPayload createQuestionSet(
            @Argument CreateQuestionSetInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, () -> sets.create(caller, input.name()));
    }

    @MutationMapping
    QuestionSetPayload renameQuestionSet(
            @Argument RenameQuestionSetInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, () -> sets.rename(caller, input.setId(), input.name()));
    }

    @MutationMapping
    QuestionSetPayload addSetQuestions(
            @Argument AddSetQuestionsInput input, Caller caller, DataFetchingEnvironment field) {
        var wanted = input.questions().stream().map(NewSetQuestionInput::toNewQuestion).toList();
        return done(field, () -> questions.add(caller, input.setId(), wanted));
    }

    @MutationMapping
    SetQuestionPayload editSetQuestion(
            @Argument EditSetQuestionInput input, Caller caller, DataFetchingEnvironment field) {
        var wanted =
                new NewQuestion(input.question(), input.locale(), input.expectedEntryId(), null);
        return once.of(
                field,
                () -> new SetQuestionPayload(questions.edit(caller, input.questionId(), wanted)),
                payload -> List.of(payload.question().id().value()),
                ids -> new SetQuestionPayload(questions.get(new SetQuestionId(ids.getFirst()))));
    }

    @MutationMapping
    QuestionSetPayload removeSetQuestions(
            @Argument RemoveSetQuestionsInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, () -> questions.remove(caller, input.questionIds()));
    }

    @MutationMapping
    QuestionSetPayload removeQuestionSet(
            @Argument RemoveQuestionSetInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, () -> sets.remove(caller, input.setId()));
    }

    /** A repeat after the set was removed shows none. */
    private QuestionSetPayload done(DataFetchingEnvironment field, Supplier<QuestionSet> act) {
        return once.of(
                field,
                () -> new QuestionSetPayload(act.get()),
                payload ->
                        Optional.ofNullable(payload.set()).map(it -> it.id().value()).stream()
                                .toList(),
                ids ->
                        new QuestionSetPayload(
                                sets.find(new QuestionSetId(ids.getFirst())).orElse(null)));
    }
}
