package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.RecognisedIntent;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.knowledge.intent.LikelyIntent;
import io.wenda.knowledge.intent.Recognition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Hands over to the people of an intent where one is meant, and the knowledge has no answer that is
 * surer. Where intents cannot be recognised the knowledge answers alone.
 */
@Component
@Primary
class IntentBot implements Bot {
    private static final Logger LOG = LoggerFactory.getLogger(IntentBot.class);
    private static final String STEP = "INTENT";
    private static final AnswerGrounds NOTHING =
            new AnswerGrounds(new AnswerGrounds.Thresholds(0, 0), 0, 0, "", List.of());

    private final KnowledgeBot knowledge;
    private final Recognition recognition;

    IntentBot(KnowledgeBot knowledge, Recognition recognition) {
        this.knowledge = knowledge;
        this.recognition = recognition;
    }

    @Override
    public Reply ask(BotQuestions.Question question) {
        var meant = meant(question.text());
        if (meant.isEmpty()) {
            return knowledge.ask(question);
        }
        Reply known;
        try {
            known = knowledge.ask(question);
        } catch (RuntimeException e) {
            LOG.warn("the knowledge is away, but an intent is meant", e);
            return over(meant.get(), NOTHING);
        }
        var turn = known.turn();
        return turn.decision() == BotTurn.Decision.ANSWER
                        && turn.confidence() >= meant.get().probability()
                ? known
                : over(meant.get(), Objects.requireNonNullElse(turn.grounds(), NOTHING));
    }

    @Override
    public boolean asksOutside() {
        return knowledge.asksOutside();
    }

    private Optional<LikelyIntent> meant(String question) {
        try {
            return recognition.of(question).stream().findFirst().filter(LikelyIntent::isMeant);
        } catch (RuntimeException e) {
            LOG.warn("intents cannot be recognised", e);
            return Optional.empty();
        }
    }

    private static Reply over(LikelyIntent meant, AnswerGrounds known) {
        var intent = meant.intent();
        var path = new ArrayList<>(known.path());
        path.add(STEP);
        var grounds =
                new AnswerGrounds(
                        known.thresholds(),
                        known.calibrationVersion(),
                        known.wordsVersion(),
                        known.model(),
                        path,
                        null,
                        new RecognisedIntent(
                                intent.name(),
                                intent.version(),
                                meant.trainedVersion(),
                                meant.probability()));
        return new Reply(
                new BotTurn(BotTurn.Decision.HANDOVER, meant.probability(), List.of(), grounds),
                null,
                null,
                List.of(),
                new SkillGroupId(intent.group()));
    }
}
