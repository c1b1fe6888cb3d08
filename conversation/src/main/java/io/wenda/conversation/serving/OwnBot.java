package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.conversation.webhook.Asked;
import io.wenda.conversation.webhook.Heard;
import io.wenda.conversation.webhook.WebhookBot;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

    /** What it offers is of no entry. */
    private static final UUID NO_ENTRY = new UUID(0, 0);

    private static final AnswerGrounds.Thresholds NONE = new AnswerGrounds.Thresholds(0, 0);

    private final WebhookBot webhook;
    private final Bot otherwise;

    OwnBot(WebhookBot webhook, Bot otherwise) {
        this.webhook = webhook;
        this.otherwise = otherwise;
    }

    Bot.Reply ask(BotQuestions.Question question) {
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

    private static Asked asked(BotQuestions.Question question) {
        return new Asked(
                question.conversation(),
                question.message(),
                Objects.requireNonNull(question.asker().channel()),
                question.locale(),
                question.text(),
                question.previous());
    }

    private static Bot.Reply reply(
            BotTurn.Decision decision,
            double confidence,
            @Nullable String text,
            List<String> choices) {
        return new Bot.Reply(
                new BotTurn(decision, confidence, List.of(), grounds("webhook", STEP)),
                text,
                null,
                choices.stream()
                        .map(choice -> new AnswerCandidate(NO_ENTRY, 0, choice, confidence))
                        .toList(),
                null);
    }

    private static Bot.Reply instead(Bot.Reply reply, String why) {
        var turn = reply.turn();
        var known = turn.grounds();
        var grounds =
                known == null
                        ? grounds("", why)
                        : new AnswerGrounds(
                                known.thresholds(),
                                known.calibrationVersion(),
                                known.wordsVersion(),
                                known.model(),
                                Stream.concat(Stream.of(why), known.path().stream()).toList(),
                                known.wording(),
                                known.intent());
        return new Bot.Reply(
                new BotTurn(turn.decision(), turn.confidence(), turn.candidates(), grounds),
                reply.text(),
                reply.source(),
                reply.choices(),
                reply.group());
    }

    private static AnswerGrounds grounds(String model, String step) {
        return new AnswerGrounds(NONE, 0, 0, model, List.of(step));
    }
}
