package io.wenda.knowledge.answering;

import io.wenda.knowledge.answering.Grounds.Step;
import io.wenda.knowledge.answering.PublishedTexts.Found;
import io.wenda.knowledge.embedding.Language;
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

    /** Of so many Latin words one says enough in Chinese. */
    private static final int FEW_WORDS = 3;

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

    /**
     * Together with the question before, if it goes on from there; neither crowds out the other.
     */
    static Optional<Reading> together(Asked asked, Policy policy) {
        var whole = NormalText.of(asked.text());
        var text = whole.beginning(LONGEST);
        if (asked.previous() == null || text.isEmpty() || !FollowUp.is(text)) {
            return Optional.empty();
        }
        var room = Math.max(LONGEST / 2, LONGEST - 1 - FollowUp.own(text).value().length());
        var before = NormalText.of(asked.previous()).beginning(room).value();
        return Optional.of(
                read(
                        together(asked.previous(), whole),
                        together(before, whole).beginning(LONGEST),
                        policy,
                        List.of(Step.WITH_PREVIOUS)));
    }

    private static NormalText together(String previous, NormalText question) {
        return NormalText.of(Asked.together(previous, question.value()));
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

    /**
     * The same among the Chinese texts: for one without a Chinese character that finds nothing in
     * its own language, or is a code without an answer there.
     */
    Optional<Reading> amongChinese(BotAnswer first) {
        var open =
                text.isCode()
                        ? first.decision() != Decision.ANSWER
                        : first.decision() == Decision.HANDOVER && first.candidates().isEmpty();
        var wanted = open && first.searched() && !isRefused();
        return wanted && text.language() == Language.ENGLISH
                ? Optional.of(new Reading(text.asChinese(), path))
                : Optional.empty();
    }

    /**
     * Whether what came nearest may be meant. Latin words alone come near to anything by the
     * Chinese model: one of them must stand in it, or be Chinese in common words.
     */
    boolean mayMean(Found nearest) {
        if (text.language() == Language.ENGLISH || text.hasHan()) {
            return true;
        }
        var read = text.inCommonWords();
        return (read.hasHan() && isShort(text))
                || nearest.nearest().texts().stream()
                        .map(NormalText::inCommonWords)
                        .anyMatch(read::sharesLatin);
    }

    private static boolean isShort(NormalText text) {
        return text.value().chars().filter(Character::isWhitespace).count() < FEW_WORDS;
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
