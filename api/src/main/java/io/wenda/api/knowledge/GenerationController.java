package io.wenda.api.knowledge;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.conversation.AnswerGrounds;
import io.wenda.knowledge.answering.Asked;
import io.wenda.knowledge.answering.Decision;
import io.wenda.knowledge.generation.Generation;
import io.wenda.knowledge.generation.GenerationChange;
import io.wenda.knowledge.generation.Generations;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The language model that words a company's answers. */
@Controller
class GenerationController {
    private static final int LONGEST = 2_000;

    private final Generations generations;
    private final PatientAnswers answers;
    private final Once once;

    GenerationController(Generations generations, PatientAnswers answers, Once once) {
        this.generations = generations;
        this.answers = answers;
        this.once = once;
    }

    record GenerationPayload(@Nullable Generation generation) {}

    record GenerationTest(
            Decision decision, @Nullable String text, boolean aiGenerated, AnswerGrounds grounds) {}

    @QueryMapping
    Optional<Generation> generation() {
        return generations.current();
    }

    @QueryMapping
    GenerationTest testGeneration(
            @Argument String question, @Argument @Nullable String locale, GraphQLContext context) {
        var answer =
                answers.say(
                        new Asked(Text.text(question, LONGEST, "question"), null, locale), context);
        var said = BotController.Said.of(answer);
        return new GenerationTest(said.decision(), said.text(), said.aiGenerated(), said.grounds());
    }

    @MutationMapping
    GenerationPayload setGeneration(
            @Argument GenerationChange input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> new GenerationPayload(generations.set(caller, input)),
                _ -> List.of(),
                _ -> new GenerationPayload(generations.current().orElse(null)));
    }
}
