package io.wenda.knowledge.answering;

import io.wenda.knowledge.answering.PublishedTexts.Found;
import io.wenda.knowledge.confidence.Calibration;
import io.wenda.knowledge.confidence.Evidence;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.index.Hit;
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

    private static final int MOST_CANDIDATES = 3;

    /** A question longer than this is understood by its beginning. */
    private static final int LONGEST_QUESTION = 500;

    private final SearchIndex index;
    private final PublishedTexts published;
    private final AnsweringThresholds thresholds;
    private final TransactionTemplate transactions;

    Answers(
            SearchIndex index,
            PublishedTexts published,
            AnsweringThresholds thresholds,
            TransactionTemplate transactions) {
        this.index = index;
        this.published = published;
        this.thresholds = thresholds;
        this.transactions = transactions;
    }

    /**
     * What the bot would say. Never fails for want of the search index: then it hands over.
     *
     * @param locale that the asker reads, if known
     */
    public BotAnswer ask(String question, @Nullable String locale) {
        var asked = NormalText.of(question).beginning(LONGEST_QUESTION);
        var spoken = locale == null ? usual(asked.language()) : locale;
        List<Hit> hits;
        try {
            hits =
                    asked.isEmpty()
                            ? List.of()
                            : index.search(CurrentTenant.get(), asked, MOST_HITS);
        } catch (IndexUnavailable e) {
            LOG.warn("The bot hands over, because the search index is away: {}", e.toString());
            return nothing(false, spoken);
        }
        return transactions.execute(
                _ -> decide(asked, published.of(hits), thresholds.current(), spoken));
    }

    static BotAnswer nothing(boolean searched, String locale) {
        return new BotAnswer(Decision.HANDOVER, null, null, List.of(), 0, searched, locale);
    }

    /** What is decided from what was found, best first. */
    static BotAnswer decide(
            NormalText asked, List<Found> found, Thresholds thresholds, String locale) {
        if (found.isEmpty()) {
            return nothing(true, locale);
        }
        var evidence = Evidence.of(asked, found.stream().map(Found::nearest).toList());
        var confidence = Calibration.of(asked.language()).confidence(evidence);
        var candidates = found.stream().limit(MOST_CANDIDATES).map(Found::candidate).toList();
        var best = found.getFirst();
        var decision = thresholds.decide(confidence);
        return switch (decision) {
            case ANSWER ->
                    new BotAnswer(
                            decision,
                            best.answer(),
                            new BotAnswer.Source(best.version(), best.question()),
                            candidates,
                            confidence,
                            true,
                            best.locale());
            case CLARIFY, HANDOVER ->
                    new BotAnswer(decision, null, null, candidates, confidence, true, locale);
        };
    }

    static String usual(Language language) {
        return switch (language) {
            case CHINESE -> "zh-CN";
            case ENGLISH -> "en";
        };
    }
}
