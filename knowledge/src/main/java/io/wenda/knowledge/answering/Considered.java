package io.wenda.knowledge.answering;

import io.wenda.knowledge.answering.PublishedTexts.Found;
import io.wenda.knowledge.embedding.NormalText;
import java.util.List;

/** What is decided about a question, and from what; for a customer's and a rehearsed one alike. */
record Considered(BotAnswer answer, List<Found> found) {

    static Considered of(Reading reading, List<Found> found, Policy policy, String locale) {
        var told = Twins.of(found, locale);
        return new Considered(Answers.decide(reading, told, policy, locale), told);
    }

    /** Whether a question of that reading, if it goes on, is read together with the one before. */
    boolean isOpen(Reading reading) {
        return answer.decision() == Decision.HANDOVER && answer.searched() && !reading.isRefused();
    }

    /** What is decided of another reading, where that is surer. */
    Considered or(Considered other) {
        return other.answer.confidence() > answer.confidence() ? other : this;
    }

    /** The same of one together with the question before. */
    Considered orTogether(NormalText own, Considered together) {
        var surer = or(together);
        return own.isCode() && !surer.knows(own) ? this : surer;
    }

    /** Whether the best has that code: another is not answered by what was said before it. */
    private boolean knows(NormalText code) {
        return !found.isEmpty()
                && found.getFirst().nearest().texts().stream().anyMatch(code::sharesCode);
    }
}
