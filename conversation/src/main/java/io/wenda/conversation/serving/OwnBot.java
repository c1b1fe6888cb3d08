package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.conversation.webhook.Asked;
import io.wenda.conversation.webhook.Heard;
import io.wenda.conversation.webhook.WebhookBot;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The bot that a company brought. Where it does not answer as agreed, ours does, and the receipt
 * says why.
 */
@Component
class OwnBot {
    private static final String STEP = "WEBHOOK";

    private static final AnswerGrounds GROUNDS =
            AnswerGrounds.withoutKnowledge("webhook", List.of(STEP));

    private final WebhookBot webhook;
    private final Bot otherwise;

    OwnBot(WebhookBot webhook, Bot otherwise) {
        this.webhook = webhook;
        this.otherwise = otherwise;
    }

    Bot.Reply ask(Question question) {
        return switch (webhook.ask(asked(question))) {
            case Heard.Answer(var text, var confidence) ->
                    reply(BotTurn.Decision.ANSWER, confidence, text, List.of());
            case Heard.Choices(var text, var choices, var confidence) ->
                    reply(BotTurn.Decision.CLARIFY, confidence, text, choices);
            case Heard.Handover(var confidence) ->
                    reply(BotTurn.Decision.HANDOVER, confidence, null, List.of());
            case Heard.Nothing(var why) ->
                    instead(otherwise.ask(question), STEP + "_" + why.name());
        };
    }

    private static Asked asked(Question question) {
        var customer = question.customer();
        return new Asked(
                question.place().conversation(),
                question.place().message(),
                Objects.requireNonNull(customer.asker().channel()),
                customer.locale(),
                question.text(),
                question.previous());
    }

    private static Bot.Reply reply(
            BotTurn.Decision decision,
            double confidence,
            @Nullable String text,
            List<String> choices) {
        return new Bot.Reply(
                new BotTurn(decision, confidence, List.of(), GROUNDS),
                text,
                null,
                choices.stream().map(it -> AnswerCandidate.offer(it, confidence)).toList(),
                null,
                null);
    }

    private static Bot.Reply instead(Bot.Reply reply, String why) {
        var known = reply.turn().grounds();
        var grounds =
                known == null
                        ? AnswerGrounds.withoutKnowledge("", List.of(why))
                        : known.on(Stream.concat(Stream.of(why), known.path().stream()).toList());
        return reply.on(grounds);
    }
}
