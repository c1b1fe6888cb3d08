package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.RecognisedIntent;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.knowledge.intent.LikelyIntent;
import io.wenda.knowledge.intent.Recognition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Begins the flow of an intent, or hands over to its people, where one is meant, and the knowledge
 * has no answer that is surer. Where intents cannot be recognised the knowledge answers alone.
 */
@Component
class IntentBot implements Bot {
    private static final Logger LOG = LoggerFactory.getLogger(IntentBot.class);
    private static final String STEP = "INTENT";
    private static final AnswerGrounds NOTHING = AnswerGrounds.withoutKnowledge("", List.of());

    private final KnowledgeBot knowledge;
    private final Recognition recognition;
    private final FlowReplies flows;

    IntentBot(KnowledgeBot knowledge, Recognition recognition, FlowReplies flows) {
        this.knowledge = knowledge;
        this.recognition = recognition;
        this.flows = flows;
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
            return over(question, meant.get(), NOTHING);
        }
        var turn = known.turn();
        return turn.decision() == BotTurn.Decision.ANSWER
                        && turn.confidence() >= meant.get().probability()
                ? known
                : over(question, meant.get(), Objects.requireNonNullElse(turn.grounds(), NOTHING));
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

    private Reply over(BotQuestions.Question question, LikelyIntent meant, AnswerGrounds known) {
        var intent = meant.intent();
        var path = Stream.concat(known.path().stream(), Stream.of(STEP)).toList();
        var recognised =
                new RecognisedIntent(
                        intent.name(),
                        intent.version(),
                        meant.trainedVersion(),
                        meant.probability());
        return flows.begin(question, intent, known.on(path).with(recognised, null));
    }
}
