package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.RecognisedIntent;
import io.wenda.conversation.flow.Flows;
import io.wenda.conversation.serving.KnowledgeBot.Known;
import io.wenda.knowledge.answering.Decision;
import io.wenda.knowledge.answering.Grounds;
import io.wenda.knowledge.intent.LikelyIntent;
import io.wenda.knowledge.intent.Recognition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Begins the flow of an intent, or hands over to its people, where one is meant, and the knowledge
 * has no answer that is surer. What the bot keeps out of begins nothing. Where intents cannot be
 * recognised the knowledge answers alone.
 */
@Component
class IntentBot implements Bot {
    private static final Logger LOG = LoggerFactory.getLogger(IntentBot.class);
    private static final String STEP = "INTENT";
    private static final AnswerGrounds NOTHING = AnswerGrounds.withoutKnowledge("", List.of());

    private final KnowledgeBot knowledge;
    private final Recognition recognition;
    private final Flows flows;

    IntentBot(KnowledgeBot knowledge, Recognition recognition, Flows flows) {
        this.knowledge = knowledge;
        this.recognition = recognition;
        this.flows = flows;
    }

    @Override
    public Reply ask(Question question) {
        var meant = meant(question.text());
        if (meant.isEmpty()) {
            return knowledge.ask(question);
        }
        var known = known(question);
        return surer(known, meant.get())
                .map(knowledge::said)
                .orElseGet(() -> over(question, meant.get(), known));
    }

    /**
     * What she surely wants beside the intent of that name; nothing where she may well go on with
     * it.
     */
    Optional<Reply> elsewhere(Question question, String within) {
        var meant = meant(question.text());
        var known = known(question.alone());
        if (meant.isEmpty()) {
            return known.filter(IntentBot::answers).map(knowledge::said);
        }
        return surer(known, meant.get())
                .map(knowledge::said)
                .or(() ->
                        meant.filter(it -> !it.intent().name().equals(within))
                                .map(it -> over(question, it, known)));
    }

    /** Where the knowledge is away an intent is followed all the same. */
    private Optional<Known> known(Question question) {
        try {
            return Optional.of(knowledge.known(question));
        } catch (RuntimeException e) {
            LOG.warn("the knowledge is away, but an intent may be meant", e);
            return Optional.empty();
        }
    }

    private static Optional<Known> surer(Optional<Known> known, LikelyIntent meant) {
        return known.filter(it ->
                keepsOut(it)
                        || (answers(it)
                                && it.decided().answer().confidence() >= meant.probability()));
    }

    private static boolean keepsOut(Known known) {
        var path = known.decided().answer().grounds().path();
        return path.contains(Grounds.Step.SENSITIVE_QUESTION);
    }

    private static boolean answers(Known known) {
        return known.decided().answer().decision() == Decision.ANSWER;
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

    private Reply over(Question question, LikelyIntent meant, Optional<Known> known) {
        var intent = meant.intent();
        var grounds =
                known.map(it -> AnswerGrounds.of(it.decided().answer().grounds())).orElse(NOTHING);
        var path = Stream.concat(grounds.path().stream(), Stream.of(STEP)).toList();
        var recognised =
                new RecognisedIntent(
                        intent.name(),
                        intent.version(),
                        meant.trainedVersion(),
                        meant.probability());
        var turn = flows.begin(intent.flow(), question.inFlow());
        return FlowReplies.of(turn, question, intent, grounds.on(path).with(recognised, null));
    }
}
