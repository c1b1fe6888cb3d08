package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.flow.Cancelling;
import io.wenda.conversation.flow.FlowMark;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.flow.SlotReader;
import io.wenda.knowledge.intent.Intent;
import io.wenda.knowledge.intent.IntentReader;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Goes on with the flow that a customer is in, until she calls it off, or asks for something else
 * that is surely known.
 */
@Component
@Primary
class FlowBot implements Bot {
    private static final Logger LOG = LoggerFactory.getLogger(FlowBot.class);

    private final IntentBot otherwise;
    private final IntentReader intents;
    private final FlowReplies replies;

    FlowBot(IntentBot otherwise, IntentReader intents, FlowReplies replies) {
        this.otherwise = otherwise;
        this.intents = intents;
        this.replies = replies;
    }

    @Override
    public Reply ask(BotQuestions.Question question) {
        var before = question.flow();
        if (before == null) {
            return anew(question);
        }
        var recognised = Objects.requireNonNull(before.intent());
        return intents.version(recognised.name(), recognised.version())
                .map(intent -> goOn(question, intent, before))
                .orElseGet(() -> anew(question));
    }

    private Reply anew(BotQuestions.Question question) {
        return Embeddings.once(() -> otherwise.ask(question));
    }

    private Reply goOn(BotQuestions.Question question, Intent intent, AnswerGrounds before) {
        if (Cancelling.by(question.text())) {
            return replies.cancel(question, intent, before);
        }
        var said = replies.read(question, intent, before);
        if (said.filter(SlotReader.Said::alone).isEmpty()) {
            var elsewhere = elsewhere(question, intent);
            if (elsewhere.isPresent()) {
                return elsewhere.get();
            }
        }
        return replies.goOn(
                question, intent, before, said.map(SlotReader.Said::value).orElse(null));
    }

    /** What else she surely wants, if anything. */
    private Optional<Reply> elsewhere(BotQuestions.Question question, Intent intent) {
        try {
            var reply = anew(question);
            var grounds = reply.turn().grounds();
            var meant = grounds == null ? null : grounds.intent();
            var leaves =
                    meant == null
                            ? reply.turn().decision() == BotTurn.Decision.ANSWER
                            : !meant.name().equals(intent.name());
            return leaves && grounds != null ? Optional.of(left(reply, grounds)) : Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("nothing else is known: {} stays in its flow", question.conversation(), e);
            return Optional.empty();
        }
    }

    private static Reply left(Reply reply, AnswerGrounds grounds) {
        var path = Stream.concat(Stream.of(FlowMark.FLOW_LEFT.name()), grounds.path().stream());
        return reply.on(grounds.on(path.toList()));
    }
}
