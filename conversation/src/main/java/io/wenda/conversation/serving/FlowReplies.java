package io.wenda.conversation.serving;

import static java.util.stream.Collectors.joining;

import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.flow.FlowMark;
import io.wenda.conversation.flow.FlowQuestion;
import io.wenda.conversation.flow.FlowTurn;
import io.wenda.conversation.flow.FlowTurn.Ending;
import io.wenda.conversation.flow.Flows;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.conversation.ticket.Tickets;
import io.wenda.knowledge.flow.SlotReader;
import io.wenda.knowledge.intent.Intent;
import io.wenda.tenant.company.Companies;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a flow's turn comes to. */
@Component
class FlowReplies {
    private static final String PARAGRAPH = "\n\n";

    private final Flows flows;
    private final Companies companies;
    private final Clock clock;

    FlowReplies(Flows flows, Companies companies, Clock clock) {
        this.flows = flows;
        this.companies = companies;
        this.clock = clock;
    }

    /** The first turn of an intent that has a flow. */
    Bot.Reply begin(BotQuestions.Question question, Intent intent, AnswerGrounds grounds) {
        return reply(question, intent, flows.begin(intent.flow(), asked(question)), grounds);
    }

    /** The value that was asked for, where it is in the message. */
    Optional<SlotReader.Said> read(
            BotQuestions.Question question, Intent intent, AnswerGrounds before) {
        var run = Objects.requireNonNull(before.flow());
        return flows.read(intent.flow(), run, asked(question));
    }

    /** On with that value; without one it is asked for again. */
    Bot.Reply goOn(
            BotQuestions.Question question,
            Intent intent,
            AnswerGrounds before,
            @Nullable String value) {
        var run = Objects.requireNonNull(before.flow());
        var asked = asked(question);
        var turn =
                value == null
                        ? flows.miss(intent.flow(), run, asked)
                        : flows.goOn(intent.flow(), run, asked, value);
        return reply(question, intent, turn, before.on(List.of()));
    }

    Bot.Reply cancel(BotQuestions.Question question, Intent intent, AnswerGrounds before) {
        var run = Objects.requireNonNull(before.flow());
        var turn = flows.cancel(intent.flow(), run, asked(question));
        return reply(question, intent, turn, before.on(List.of()));
    }

    private FlowQuestion asked(BotQuestions.Question question) {
        return new FlowQuestion(
                question.text(),
                question.locale(),
                question.message().value().toString(),
                question.contact(),
                companies.current().dayAt(clock.instant()));
    }

    private static Bot.Reply reply(
            BotQuestions.Question question, Intent intent, FlowTurn turn, AnswerGrounds before) {
        var path =
                Stream.concat(before.path().stream(), turn.path().stream().map(Enum::name))
                        .toList();
        var recognised = Objects.requireNonNull(before.intent());
        var grounds = before.on(path).with(recognised, turn.run());
        var sure = recognised.probability();
        return new Bot.Reply(
                new BotTurn(decision(turn.ending()), sure, List.of(), grounds),
                text(turn, FlowPhrases.in(question.locale())),
                null,
                turn.choices().stream().map(it -> AnswerCandidate.offer(it, sure)).toList(),
                turn.ending() == Ending.HANDS_OVER ? new SkillGroupId(intent.group()) : null,
                ticket(turn));
    }

    private static BotTurn.Decision decision(Ending ending) {
        return switch (ending) {
            // she is asked what else she wants: nothing was answered
            case ASKS, CALLED_OFF -> BotTurn.Decision.CLARIFY;
            case DONE -> BotTurn.Decision.ANSWER;
            case HANDS_OVER -> BotTurn.Decision.HANDOVER;
        };
    }

    private static @Nullable String text(FlowTurn turn, FlowPhrases phrases) {
        var before =
                turn.path().contains(FlowMark.SLOT_ASKED_AGAIN)
                        ? Stream.of(phrases.notUnderstood())
                        : turn.path().contains(FlowMark.FLOW_CANCELLED)
                                ? Stream.of(phrases.cancelled())
                                : Stream.<String>of();
        var text = Stream.concat(before, turn.said().stream()).collect(joining(PARAGRAPH));
        return text.isEmpty() ? null : text;
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private static Bot.@Nullable Ticket ticket(FlowTurn turn) {
        var subject = turn.ticket();
        if (subject == null) {
            return null;
        }
        var told =
                turn.run().slots().stream()
                        .map(it -> it.name() + ": " + it.value())
                        .collect(joining("\n"));
        return new Bot.Ticket(
                cut(subject, Tickets.LONGEST_SUBJECT),
                told.isEmpty() ? null : cut(told, Tickets.LONGEST_TEXT));
    }
}
