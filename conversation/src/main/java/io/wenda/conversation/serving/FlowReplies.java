package io.wenda.conversation.serving;

import static java.util.stream.Collectors.joining;

import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.flow.FlowMark;
import io.wenda.conversation.flow.FlowTurn;
import io.wenda.conversation.flow.FlowTurn.Ending;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.conversation.ticket.Tickets;
import io.wenda.knowledge.intent.Intent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the bot says by a turn of a flow. */
final class FlowReplies {
    private static final String PARAGRAPH = "\n\n";

    private FlowReplies() {}

    /** With the receipt of it; what was found out before the turn stands in it too. */
    static Bot.Reply of(FlowTurn turn, Question question, Intent intent, AnswerGrounds before) {
        var path =
                Stream.concat(before.path().stream(), turn.path().stream().map(Enum::name))
                        .toList();
        var recognised = Objects.requireNonNull(before.intent());
        var grounds = before.on(path).with(recognised, turn.run());
        var sure = recognised.probability();
        return new Bot.Reply(
                new BotTurn(decision(turn.ending()), sure, List.of(), grounds),
                text(turn, FlowPhrases.in(question.customer().locale())),
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
        var values =
                turn.run().slots().stream()
                        .map(it -> it.name() + ": " + it.value())
                        .collect(joining("\n"));
        return new Bot.Ticket(
                cut(subject, Tickets.LONGEST_SUBJECT),
                values.isEmpty() ? null : cut(values, Tickets.LONGEST_TEXT));
    }
}
