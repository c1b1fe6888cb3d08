package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.AnswerSource;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.ledger.BotTurn;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who answers before a person does; the knowledge room's answers by default. */
interface Bot {

    /** A ticket about what a customer told. */
    record Ticket(String subject, @Nullable String description) {}

    /**
     * What the bot says to a question.
     *
     * @param text its answer, or how it asks back; absent: a phrase of ours
     * @param source what an answer came from
     * @param choices what she is offered when it asks back
     * @param group whose people serve what she wants; absent: those of the channel
     * @param ticket opened with it
     */
    record Reply(
            BotTurn turn,
            @Nullable String text,
            @Nullable AnswerSource source,
            List<AnswerCandidate> choices,
            @Nullable SkillGroupId group,
            @Nullable Ticket ticket) {
        public Reply {
            choices = List.copyOf(choices);
        }

        /** The same, on other grounds. */
        Reply on(AnswerGrounds grounds) {
            var on = new BotTurn(turn.decision(), turn.confidence(), turn.candidates(), grounds);
            return new Reply(on, text, source, choices, group, ticket);
        }

        /** The same, in other words. */
        Reply saying(String words) {
            return new Reply(turn, words, source, choices, group, ticket);
        }

        /** One that offers what it considered: no question twice, whichever entries have it. */
        public Reply(BotTurn turn, @Nullable String text, @Nullable AnswerSource source) {
            this(turn, text, source, distinct(turn.candidates()), null, null);
        }

        private static List<AnswerCandidate> distinct(List<AnswerCandidate> candidates) {
            var questions = new HashSet<String>();
            return candidates.stream().filter(it -> questions.add(it.question())).toList();
        }
    }

    /** Decides about one question of a contact, in the bound company; may throw when it is away. */
    Reply ask(Question question);

    /** Whether it may have to wait for somebody outside, in the bound company. */
    boolean asksOutside();
}
