package io.wenda.conversation.receipt;

import io.wenda.conversation.BotReceipt;
import io.wenda.conversation.ConversationId;
import io.wenda.knowledge.answering.Decision;
import io.wenda.knowledge.answering.Grounds;
import io.wenda.knowledge.answering.Thresholds;
import io.wenda.tenant.privacy.Masking;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What other thresholds would have made of the current company's last questions: by the confidence
 * that is kept of each, so nothing is asked again. No personal data is shown.
 */
@Component
public class AnsweringPreviews {
    /** Most questions that are looked at. */
    public static final int MOST = 1_000;

    /** Most changes that are listed; all are counted. */
    static final int MOST_LISTED = 200;

    private static final Set<String> WHATEVER_THE_THRESHOLDS =
            Set.of(
                    Grounds.Step.SENSITIVE_QUESTION.name(),
                    Grounds.Step.SENSITIVE_ANSWER.name(),
                    Grounds.Step.NO_WORDS.name());

    private final BotReceipts receipts;

    AnsweringPreviews(BotReceipts receipts) {
        this.receipts = receipts;
    }

    /** How many questions came to which decision. */
    public record Counts(int answered, int askedBack, int handedOver) {
        static Counts of(List<Decision> decisions) {
            return new Counts(
                    count(decisions, Decision.ANSWER),
                    count(decisions, Decision.CLARIFY),
                    count(decisions, Decision.HANDOVER));
        }

        private static int count(List<Decision> decisions, Decision which) {
            return (int) decisions.stream().filter(which::equals).count();
        }
    }

    /**
     * A question to which another decision would be come.
     *
     * @param question masked
     * @param nearest what was nearest to it, of an entry's own
     */
    public record Changed(
            ConversationId conversation,
            String question,
            Decision now,
            Decision then,
            double confidence,
            String nearest) {}

    /** What was decided, and what would be; the newest changes first. */
    public record Preview(
            int questions, Counts now, Counts then, int changes, List<Changed> changed) {}

    /** Of at most so many questions. */
    public Preview of(Thresholds thresholds, int most) {
        var turns = receipts.last(Math.min(most, MOST));
        Function<BotReceipt, Decision> then = turn -> then(turn, thresholds);
        var changed =
                turns.stream()
                        .filter(turn -> now(turn) != then.apply(turn))
                        .map(turn -> changed(turn, then.apply(turn)))
                        .toList();
        return new Preview(
                turns.size(),
                Counts.of(turns.stream().map(AnsweringPreviews::now).toList()),
                Counts.of(turns.stream().map(then).toList()),
                changed.size(),
                changed.stream().limit(MOST_LISTED).toList());
    }

    private static Changed changed(BotReceipt turn, Decision then) {
        return new Changed(
                turn.conversation(),
                Masking.mask(turn.question()),
                now(turn),
                then,
                turn.confidence(),
                turn.candidates().getFirst().question());
    }

    private static Decision now(BotReceipt turn) {
        return Decision.valueOf(turn.decision());
    }

    private static Decision then(BotReceipt turn, Thresholds thresholds) {
        var grounds = turn.grounds();
        var fixed =
                turn.candidates().isEmpty()
                        || grounds == null
                        || grounds.path().stream().anyMatch(WHATEVER_THE_THRESHOLDS::contains);
        return fixed ? now(turn) : thresholds.decide(turn.confidence());
    }
}
