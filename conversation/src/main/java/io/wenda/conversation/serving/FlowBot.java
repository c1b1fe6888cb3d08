package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.flow.Calls;
import io.wenda.conversation.flow.FlowMark;
import io.wenda.conversation.flow.FlowTurn;
import io.wenda.conversation.flow.Flows;
import io.wenda.knowledge.answering.Answers;
import io.wenda.knowledge.flow.Cancelling;
import io.wenda.knowledge.flow.SlotReader;
import io.wenda.knowledge.intent.Intent;
import io.wenda.knowledge.intent.IntentReader;
import io.wenda.knowledge.intent.Recognition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Goes on with the flow that a customer is in, until she calls it off, asks for something else that
 * is surely known, or says what the bot keeps out of.
 */
@Component
@Primary
class FlowBot implements Bot {
    private final IntentBot otherwise;
    private final IntentReader intents;
    private final Flows flows;
    private final Calls connectors;
    private final Answers answers;

    FlowBot(
            IntentBot otherwise,
            IntentReader intents,
            Flows flows,
            Calls connectors,
            Answers answers) {
        this.otherwise = otherwise;
        this.intents = intents;
        this.flows = flows;
        this.connectors = connectors;
        this.answers = answers;
    }

    @Override
    public Reply ask(Question question) {
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

    private Reply anew(Question question) {
        return Recognition.once(() -> otherwise.ask(question));
    }

    private Reply goOn(Question question, Intent intent, AnswerGrounds before) {
        var flow = intent.flow();
        var run = Objects.requireNonNull(before.flow());
        var message = question.inFlow();
        if (answers.keepsOutOf(question.text())) {
            return reply(flows.keepOut(flow, run, message), question, intent, before);
        }
        var value = flows.read(flow, run, message);
        if (value.isEmpty() && Cancelling.by(question.text())) {
            return reply(flows.cancel(flow, run, message), question, intent, before);
        }
        return elsewhere(question, intent, value)
                .orElseGet(() -> {
                    var turn =
                            value.map(it -> flows.goOn(flow, run, message, it.value()))
                                    .orElseGet(() -> flows.miss(flow, run, message));
                    return reply(turn, question, intent, before);
                });
    }

    /** Nobody looks elsewhere for what is the value and little else. */
    private Optional<Reply> elsewhere(
            Question question, Intent intent, Optional<SlotReader.Said> value) {
        return value.filter(SlotReader.Said::alone).isPresent()
                ? Optional.empty()
                : Recognition.once(() -> otherwise.elsewhere(question, intent.name()))
                        .map(FlowBot::left);
    }

    private static Reply reply(
            FlowTurn turn, Question question, Intent intent, AnswerGrounds before) {
        return FlowReplies.of(turn, question, intent, before.on(List.of()));
    }

    private static Reply left(Reply reply) {
        var grounds = Objects.requireNonNull(reply.turn().grounds());
        var path = Stream.concat(Stream.of(FlowMark.FLOW_LEFT.name()), grounds.path().stream());
        return reply.on(grounds.on(path.toList()));
    }
}
