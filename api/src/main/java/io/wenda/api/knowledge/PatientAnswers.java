package io.wenda.api.knowledge;

import graphql.GraphQLContext;
import io.wenda.api.graphql.Deadline;
import io.wenda.knowledge.answering.Answers;
import io.wenda.knowledge.answering.Asked;
import io.wenda.knowledge.answering.BotAnswer;
import io.wenda.knowledge.generation.Generations;
import org.springframework.stereotype.Component;

/** What the bot says, for which an operation waits as long as the company's model may take. */
@Component
class PatientAnswers {
    private final Answers answers;
    private final Generations generations;

    PatientAnswers(Answers answers, Generations generations) {
        this.answers = answers;
        this.generations = generations;
    }

    BotAnswer say(Asked asked, GraphQLContext operation) {
        generations.longest().ifPresent(it -> Deadline.allow(operation, it));
        return answers.say(asked);
    }
}
