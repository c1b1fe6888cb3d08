package io.wenda.knowledge.answering;

import io.wenda.knowledge.answering.Grounds.Step;
import io.wenda.knowledge.answering.PublishedTexts.Found;
import io.wenda.knowledge.confidence.Evidence;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.index.Hit;
import io.wenda.knowledge.index.IndexRefused;
import io.wenda.knowledge.index.IndexUnavailable;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The bot's knowledge of the current company: what it would say to a question. */
@Component
public class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /**
     * Besides its published version an entry has at most one more in the index, so this is enough
     * for thirty entries; three are looked at.
     */
    static final int MOST_HITS = 60;

    static final int MOST_CANDIDATES = 3;

    /** The best, and the one that it leads. */
    private static final int COMPARED = 2;

    private final SearchIndex index;
    private final PublishedTexts published;
    private final Policies policies;
    private final Wordings wordings;
    private final TransactionTemplate transactions;

    Answers(
            SearchIndex index,
            PublishedTexts published,
            Policies policies,
            Wordings wordings,
            TransactionTemplate transactions) {
        this.index = index;
        this.published = published;
        this.policies = policies;
        this.wordings = wordings;
        this.transactions = transactions;
    }

    /** What the bot decides about a question, in the published words. */
    public static final class Decided {
        private final Asked asked;
        private final Policy policy;
        private final Considered considered;

        private Decided(Asked asked, Policy policy, Considered considered) {
            this.asked = asked;
            this.policy = policy;
            this.considered = considered;
        }

        /** The answer, while no language model has worded it. */
        public BotAnswer answer() {
            return considered.answer();
        }
    }

    /** What the bot would say to a first question. */
    public BotAnswer ask(String question, @Nullable String locale) {
        return ask(new Asked(question, null, locale));
    }

    /**
     * What the bot says: an answer in the words of the company's language model, where it has one
     * and what it says holds.
     */
    public BotAnswer say(Asked asked) {
        return worded(decided(asked));
    }

    /** The same in two steps, for whoever may say something else: a model takes time and money. */
    public Decided decided(Asked asked) {
        var policy = policies.current();
        return new Decided(asked, policy, considered(asked, policy));
    }

    /** What was decided, in the words that are said. */
    public BotAnswer worded(Decided decided) {
        return wordings.of(decided.asked, decided.considered, decided.policy);
    }

    /**
     * What the bot would say in the published words. Never fails for want of the search index: then
     * it hands over. A question that goes on from the one before is read by itself first, and
     * together with that one where nothing comes of it.
     */
    public BotAnswer ask(Asked asked) {
        return decided(asked).answer();
    }

    /** Whether the company's bot keeps out of it, whatever is known: it has a sensitive word. */
    public boolean keepsOutOf(String message) {
        return policies.current().words().isSensitive(NormalText.of(message));
    }

    private Considered considered(Asked asked, Policy policy) {
        var reading = Reading.of(asked, policy);
        var alone = ask(reading, policy, asked);
        if (!alone.isOpen(reading)) {
            return alone;
        }
        var own = NormalText.of(asked.text());
        return Reading.together(asked, policy)
                .map(together -> alone.orTogether(own, ask(together, policy, asked)))
                .orElse(alone);
    }

    private Considered ask(Reading reading, Policy policy, Asked asked) {
        var first = once(reading, policy, asked);
        return reading.amongChinese(first.answer())
                .map(again -> first.or(once(again, policy, asked)))
                .orElse(first);
    }

    private Considered once(Reading reading, Policy policy, Asked asked) {
        var locale = asked.locale();
        var spoken = locale == null ? usual(reading.text().language()) : locale;
        List<Hit> hits;
        try {
            hits =
                    reading.isRefused()
                            ? List.of()
                            : index.search(CurrentTenant.get(), reading.text(), MOST_HITS);
        } catch (IndexUnavailable e) {
            LOG.warn("The bot hands over, because the search index is away: {}", e.toString());
            return new Considered(
                    nothing(false, spoken, reading.grounds(policy).with(Step.INDEX_AWAY)),
                    List.of());
        } catch (IndexRefused e) {
            LOG.error("The bot hands over, because the search index refuses a question", e);
            return new Considered(
                    nothing(false, spoken, reading.grounds(policy).with(Step.INDEX_REFUSED)),
                    List.of());
        }
        var found = hits.isEmpty() ? List.<Found>of() : found(hits, asked.asker());
        return Considered.of(reading, found, policy, spoken);
    }

    private List<Found> found(List<Hit> hits, Asker asker) {
        return transactions.execute(_ -> published.of(hits, asker));
    }

    static BotAnswer nothing(boolean searched, String locale, Grounds grounds) {
        return new BotAnswer(
                Decision.HANDOVER, null, null, List.of(), 0, searched, locale, grounds);
    }

    /** What is decided from what was found, best first; small talk that is no question too. */
    static BotAnswer decide(Reading reading, List<Found> found, Policy policy, String locale) {
        var known = known(reading, found, policy, locale);
        return reading.smallTalk()
                .filter(said ->
                        known.decision() != Decision.ANSWER || !found.getFirst().isAbout(said))
                .map(_ ->
                        new BotAnswer(
                                Decision.CLARIFY,
                                null,
                                null,
                                List.of(),
                                known.confidence(),
                                true,
                                locale,
                                reading.grounds(policy).with(Step.SMALL_TALK)))
                .orElse(known);
    }

    private static BotAnswer known(
            Reading reading, List<Found> found, Policy policy, String locale) {
        var grounds = reading.grounds(policy);
        if (reading.isRefused()) {
            return nothing(true, locale, grounds);
        }
        if (found.isEmpty() || !reading.mayMean(found.getFirst())) {
            return nothing(true, locale, grounds.with(Step.NOTHING_NEAR));
        }
        var evidence =
                Evidence.of(
                        reading.text(),
                        found.stream().limit(COMPARED).map(Found::nearest).toList());
        if (evidence.otherCode()) {
            grounds = grounds.with(Step.OTHER_CODE);
        }
        var calibration = policy.calibrations().of(reading.text().language());
        var confidence = calibration.confidence(evidence);
        var candidates = found.stream().limit(MOST_CANDIDATES).map(Found::candidate).toList();
        var best = found.getFirst();
        var decision = policy.thresholds().decide(confidence);
        if (decision == Decision.ANSWER
                && policy.words().isSensitive(NormalText.of(best.answer()))) {
            decision = Decision.HANDOVER;
            grounds = grounds.with(Step.SENSITIVE_ANSWER);
        }
        return switch (decision) {
            case ANSWER ->
                    new BotAnswer(
                            decision,
                            best.answer(),
                            new BotAnswer.Source(best.version(), best.question()),
                            candidates,
                            confidence,
                            true,
                            best.locale(),
                            grounds);
            case CLARIFY, HANDOVER ->
                    new BotAnswer(
                            decision, null, null, candidates, confidence, true, locale, grounds);
        };
    }

    static String usual(Language language) {
        return switch (language) {
            case CHINESE -> "zh-CN";
            case ENGLISH -> "en";
        };
    }
}
