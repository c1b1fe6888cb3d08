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
import io.wenda.tenant.Unavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers from the company's published knowledge. */
@Component
class KnowledgeBot implements Bot {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Answers answers;

    KnowledgeBot(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Reply ask(BotQuestions.Question question) {
        var answer =
                answers.say(
                        new Asked(
                                question.text(),
                                question.previous(),
                                question.locale(),
                                question.asker()));
        if (!answer.searched()) {
            throw new Unavailable("the search index is away", SOON);
        }
        var turn =
                new BotTurn(
                        decision(answer.decision()),
                        answer.confidence(),
                        answer.candidates().stream().map(KnowledgeBot::receipt).toList(),
                        receipt(answer.grounds()));
        return new Reply(turn, answer.text(), source(answer.source()));
    }

    private static BotTurn.Decision decision(Decision decision) {
        return switch (decision) {
            case ANSWER -> BotTurn.Decision.ANSWER;
            case CLARIFY -> BotTurn.Decision.CLARIFY;
            case HANDOVER -> BotTurn.Decision.HANDOVER;
        };
    }

    private static AnswerCandidate receipt(io.wenda.knowledge.answering.AnswerCandidate candidate) {
        return new AnswerCandidate(
                candidate.version().entry().value(),
                candidate.version().number(),
                candidate.question(),
                candidate.score());
    }

    private static AnswerGrounds receipt(Grounds grounds) {
        return new AnswerGrounds(
                new AnswerGrounds.Thresholds(
                        grounds.thresholds().answer(), grounds.thresholds().clarify()),
                grounds.calibration(),
                grounds.words(),
                grounds.model(),
                grounds.path().stream().map(Enum::name).toList(),
                wording(grounds.wording()));
    }

    private static AnswerGrounds.@Nullable Wording wording(Grounds.@Nullable Wording wording) {
        return wording == null
                ? null
                : new AnswerGrounds.Wording(
                        wording.model(),
                        wording.cited().stream()
                                .map(it -> new AnswerGrounds.Cited(it.entry().value(), it.number()))
                                .toList());
    }

    private static @Nullable AnswerSource source(BotAnswer.@Nullable Source source) {
        return source == null
                ? null
                : new AnswerSource(
                        source.version().entry().value(),
                        source.version().number(),
                        source.question());
    }
}
