package io.wenda.knowledge.answering;

import io.wenda.knowledge.answering.Grounds.Step;
import io.wenda.knowledge.embedding.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a question is understood at a company.
 *
 * @param path what was done for it
 */
record Reading(NormalText text, List<Step> path) {

    /** A question longer than this is understood by its beginning. */
    private static final int LONGEST = 500;

    /** As it stands. */
    static Reading of(String question, Policy policy) {
        var whole = NormalText.of(question);
        return read(whole, whole.beginning(LONGEST), policy, List.of());
    }

    /** As it stands; of one that goes on from the question before, what it says itself. */
    static Reading of(Asked asked, Policy policy) {
        var whole = NormalText.of(asked.text());
        var text = whole.beginning(LONGEST);
        return read(
                whole,
                asked.previous() != null && FollowUp.is(text) ? FollowUp.own(text) : text,
                policy,
                List.of());
    }

    /** Together with the question before, if it goes on from there. */
    static Optional<Reading> together(Asked asked, Policy policy) {
        var text = NormalText.of(asked.text()).beginning(LONGEST);
        if (asked.previous() == null || text.isEmpty() || !FollowUp.is(text)) {
            return Optional.empty();
        }
        var both = NormalText.of(asked.previous() + " " + FollowUp.own(text).value());
        return Optional.of(
                read(both, both.beginning(LONGEST), policy, List.of(Step.WITH_PREVIOUS)));
    }

    /**
     * @param whole all that was said, which is looked through for what the bot keeps out of
     * @param text what is understood of it
     */
    private static Reading read(
            NormalText whole, NormalText text, Policy policy, List<Step> before) {
        var path = new ArrayList<>(before);
        if (text.isEmpty()) {
            path.add(Step.NO_WORDS);
        } else if (policy.words().isSensitive(whole)) {
            path.add(Step.SENSITIVE_QUESTION);
        }
        var said = policy.words().synonyms().of(text);
        if (!said.equals(text)) {
            path.add(Step.SYNONYMS);
        }
        return new Reading(said, List.copyOf(path));
    }

    /** Whether nothing is looked for. */
    boolean isRefused() {
        return path.contains(Step.NO_WORDS) || path.contains(Step.SENSITIVE_QUESTION);
    }

    /** Its kind where nothing is asked, and nothing said that the bot keeps out of. */
    Optional<SmallTalk> smallTalk() {
        return isRefused() ? Optional.empty() : SmallTalk.of(text);
    }

    Grounds grounds(Policy policy) {
        return new Grounds(
                policy.thresholds(),
                policy.calibrations().version(),
                policy.words().version(),
                text.language().model(),
                path);
    }
}
