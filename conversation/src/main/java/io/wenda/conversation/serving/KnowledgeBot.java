package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.AnswerSource;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.knowledge.answering.Answers;
import io.wenda.knowledge.answering.Asked;
import io.wenda.knowledge.answering.BotAnswer;
import io.wenda.knowledge.answering.Decision;
import io.wenda.knowledge.answering.Grounds;
import io.wenda.knowledge.generation.Generations;
import io.wenda.tenant.Unavailable;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Answers from the company's published knowledge. */
@Component
class KnowledgeBot implements Bot {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Answers answers;
    private final Generations generations;
    private final Manners manners;

    KnowledgeBot(Answers answers, Generations generations, Manners manners) {
        this.answers = answers;
        this.generations = generations;
        this.manners = manners;
    }

    /**
     * What the knowledge comes to.
     *
     * @param published in the published words
     */
    record Known(Question question, Answers.Decided decided, Reply published) {}

    @Override
    public Reply ask(Question question) {
        return said(known(question));
    }

    /** Without the company's language model: whoever asks may say something else. */
    Known known(Question question) {
        var decided =
                answers.decided(
                        new Asked(
                                question.text(),
                                question.previous(),
                                question.customer().locale(),
                                question.customer().asker()));
        return new Known(question, decided, reply(question, decided.answer()));
    }

    /** In the words of the language model, where the company has one. */
    Reply said(Known known) {
        var worded = answers.worded(known.decided());
        return worded.equals(known.decided().answer())
                ? known.published()
                : reply(known.question(), worded);
    }

    private Reply reply(Question question, BotAnswer answer) {
        if (!answer.searched()) {
            throw new Unavailable("the search index is away", SOON);
        }
        var turn =
                new BotTurn(
                        decision(answer.decision()),
                        answer.confidence(),
                        answer.candidates().stream().map(AnswerCandidate::of).toList(),
                        AnswerGrounds.of(answer.grounds()));
        var source = answer.source();
        var text =
                answer.grounds().path().contains(Grounds.Step.SMALL_TALK)
                        ? manners.reply(question)
                        : answer.text();
        return new Reply(turn, text, source == null ? null : AnswerSource.of(source));
    }

    @Override
    public boolean asksOutside() {
        return generations.areOn();
    }

    private static BotTurn.Decision decision(Decision decision) {
        return switch (decision) {
            case ANSWER -> BotTurn.Decision.ANSWER;
            case CLARIFY -> BotTurn.Decision.CLARIFY;
            case HANDOVER -> BotTurn.Decision.HANDOVER;
        };
    }
}
