package io.wenda.knowledge.answering;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.PublishedTexts.Found;
import io.wenda.knowledge.answering.PublishedTexts.Known;
import io.wenda.knowledge.index.Hit;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the bot would say to many questions that nobody waits for, now and with other versions
 * published. One search serves both: the index finds versions whatever their state, with the very
 * scores that they will have.
 */
@Component
public class Rehearsal {
    /**
     * Enough for the three that are looked at, as a rule; where it is not, the question is searched
     * again like a customer's.
     */
    private static final int FEW_HITS = 12;

    private static final int ENOUGH = 3;

    private final SearchIndex index;
    private final PublishedTexts published;
    private final Policies policies;
    private final TransactionTemplate transactions;

    Rehearsal(
            SearchIndex index,
            PublishedTexts published,
            Policies policies,
            TransactionTemplate transactions) {
        this.index = index;
        this.published = published;
        this.policies = policies;
        this.transactions = transactions;
    }

    /** A question, and the locale that its asker reads. */
    public record Question(String text, String locale) {}

    /** What is said now, and what would be said then. */
    public record Pair(BotAnswer now, BotAnswer then) {}

    /**
     * The answers in the order of the questions; throws {@link
     * io.wenda.knowledge.index.IndexUnavailable} where the index is away.
     */
    public List<Pair> of(List<Question> questions, Overlay overlay) {
        var policy = policies.current();
        var asked = questions.stream().map(it -> Reading.of(it.text(), policy)).toList();
        var hits = hits(asked, FEW_HITS);
        var all = known(hits);
        var pairs = new ArrayList<Pair>();
        for (var i = 0; i < asked.size(); i++) {
            var at = hits.get(i);
            var known = all;
            if (at.size() == FEW_HITS && !isEnough(at, known, overlay)) {
                at = hits(List.of(asked.get(i)), Answers.MOST_HITS).getFirst();
                known = known(List.of(at));
            }
            var locale = questions.get(i).locale();
            pairs.add(
                    new Pair(
                            answer(asked.get(i), found(at, known, Overlay.NONE), policy, locale),
                            answer(asked.get(i), found(at, known, overlay), policy, locale)));
        }
        return pairs;
    }

    private static BotAnswer answer(
            Reading asked, List<Found> found, Policy policy, String locale) {
        return Answers.decide(asked, found, policy, locale);
    }

    private static boolean isEnough(List<Hit> hits, Map<VersionId, Known> known, Overlay overlay) {
        return found(hits, known, Overlay.NONE).size() >= ENOUGH
                && found(hits, known, overlay).size() >= ENOUGH;
    }

    private static List<Found> found(List<Hit> hits, Map<VersionId, Known> known, Overlay overlay) {
        var found = new ArrayList<Found>();
        var seen = new HashSet<VersionId>();
        for (var hit : hits) {
            var version = known.get(Overlay.meant(hit));
            if (version != null
                    && version.told()
                    && overlay.publishes(hit, version.published())
                    && seen.add(version.version().version())) {
                found.add(version.version().scored(hit.score()));
            }
        }
        return found;
    }

    private List<List<Hit>> hits(List<Reading> asked, int most) {
        var some = asked.stream().filter(it -> !it.isRefused()).map(Reading::text).toList();
        var found = index.searchAll(CurrentTenant.get(), some, most).iterator();
        return asked.stream().map(it -> it.isRefused() ? List.<Hit>of() : found.next()).toList();
    }

    private Map<VersionId, Known> known(List<List<Hit>> hits) {
        var versions = new HashSet<VersionId>();
        hits.forEach(some -> some.forEach(hit -> versions.add(Overlay.meant(hit))));
        return versions.isEmpty() ? Map.of() : transactions.execute(_ -> published.known(versions));
    }
}
