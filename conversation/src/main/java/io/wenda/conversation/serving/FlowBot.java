package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.flow.Calls;
import io.wenda.conversation.flow.FlowMark;
import io.wenda.knowledge.flow.Cancelling;
import io.wenda.knowledge.flow.SlotReader;
import io.wenda.knowledge.intent.Intent;
import io.wenda.knowledge.intent.IntentReader;
import io.wenda.knowledge.intent.Recognition;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Goes on with the flow that a customer is in, until she calls it off, or asks for something else
 * that is surely known.
 */
@Component
@Primary
class FlowBot implements Bot {
    private final IntentBot otherwise;
    private final IntentReader intents;
    private final FlowReplies replies;
    private final Calls connectors;

    FlowBot(IntentBot otherwise, IntentReader intents, FlowReplies replies, Calls connectors) {
        this.otherwise = otherwise;
        this.intents = intents;
        this.replies = replies;
        this.connectors = connectors;
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

    @Override
    public boolean asksOutside() {
        return connectors.areThere() || otherwise.asksOutside();
    }

    private Reply anew(BotQuestions.Question question) {
        return Recognition.once(() -> otherwise.ask(question));
    }

    private Reply goOn(BotQuestions.Question question, Intent intent, AnswerGrounds before) {
        var said = replies.read(question, intent, before);
        if (said.isEmpty() && Cancelling.by(question.text())) {
            return replies.cancel(question, intent, before);
        }
        var elsewhere =
                said.filter(SlotReader.Said::alone).isPresent()
                        ? Optional.<Reply>empty()
                        : Recognition.once(() -> otherwise.elsewhere(question, intent.name()));
        return elsewhere
                .map(FlowBot::left)
                .orElseGet(() ->
                        replies.goOn(
                                question,
                                intent,
                                before,
                                said.map(SlotReader.Said::value).orElse(null)));
    }

    private static Reply left(Reply reply) {
        var grounds = Objects.requireNonNull(reply.turn().grounds());
        var path = Stream.concat(Stream.of(FlowMark.FLOW_LEFT.name()), grounds.path().stream());
        return reply.on(grounds.on(path.toList()));
    }
}
