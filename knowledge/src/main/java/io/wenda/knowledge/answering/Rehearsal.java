package io.wenda.knowledge.answering;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.PublishedTexts.Found;
import io.wenda.knowledge.answering.PublishedTexts.Known;
import io.wenda.knowledge.index.Hit;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.knowledge.index.SearchIndex.Sought;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Questions as they are understood, ready to be searched for. */
    public static final class Understood {
        private final Policy policy;
        private final List<One> all;

        private Understood(Policy policy, List<One> all) {
            this.policy = policy;
            this.all = all;
        }
    }

    /**
     * @param sought empty: nothing is looked for
     */
    private record One(Reading reading, String locale, Optional<Sought> sought) {
        BotAnswer answer(List<Found> found, Policy policy) {
            return Answers.decide(reading, Twins.of(found, locale), policy, locale);
        }
    }

    /** Reads the questions; the index is not asked. */
    public Understood understood(List<Question> questions) {
        var policy = policies.current();
        return new Understood(
                policy, questions.stream().map(it -> understood(it, policy)).toList());
    }

    private One understood(Question question, Policy policy) {
        return one(Reading.of(question.text(), policy), question.locale());
    }

    private One one(Reading reading, String locale) {
        return new One(
                reading,
                locale,
                reading.isRefused() ? Optional.empty() : Optional.of(index.sought(reading.text())));
    }

    /**
     * The answers in the order of the questions; throws {@link
     * io.wenda.knowledge.index.IndexUnavailable} where the index is away.
     */
    public List<Pair> of(Understood questions, Overlay overlay) {
        var hits = hits(questions.all, FEW_HITS);
        var known = known(hits);
        var pairs = new ArrayList<Pair>();
        for (var i = 0; i < hits.size(); i++) {
            var one = questions.all.get(i);
            var at = hits.get(i);
            var now = found(at, known, Overlay.NONE);
            var then = found(at, known, overlay);
            if (at.size() == FEW_HITS && Math.min(now.size(), then.size()) < ENOUGH) {
                var more = hits(List.of(one), Answers.MOST_HITS);
                var allKnown = known(more);
                now = found(more.getFirst(), allKnown, Overlay.NONE);
                then = found(more.getFirst(), allKnown, overlay);
            }
            var said = one.answer(now, questions.policy);
            var pair = new Pair(said, then.equals(now) ? said : one.answer(then, questions.policy));
            pairs.add(orAmongChinese(one, pair, questions.policy, overlay));
        }
        return pairs;
    }

    /** As a customer's question is asked once more among the Chinese texts. */
    private Pair orAmongChinese(One one, Pair first, Policy policy, Overlay overlay) {
        var reading = one.reading();
        return reading.amongChinese(first.now())
                .or(() -> reading.amongChinese(first.then()))
                .map(it -> of(new Understood(policy, List.of(one(it, one.locale()))), overlay))
                .map(List::getFirst)
                .map(again ->
                        new Pair(
                                surer(reading, first.now(), again.now()),
                                surer(reading, first.then(), again.then())))
                .orElse(first);
    }

    private static BotAnswer surer(Reading reading, BotAnswer first, BotAnswer again) {
        return reading.amongChinese(first)
                .map(_ -> again)
                .filter(it -> it.confidence() > first.confidence())
                .orElse(first);
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

    private List<List<Hit>> hits(List<One> asked, int most) {
        var some = asked.stream().flatMap(it -> it.sought().stream()).toList();
        var found = index.searchAll(CurrentTenant.get(), some, most).iterator();
        return asked.stream()
                .map(it -> it.sought().isEmpty() ? List.<Hit>of() : found.next())
                .toList();
    }

    private Map<VersionId, Known> known(List<List<Hit>> hits) {
        var versions = new HashSet<VersionId>();
        hits.forEach(some -> some.forEach(hit -> versions.add(Overlay.meant(hit))));
        return versions.isEmpty() ? Map.of() : transactions.execute(_ -> published.known(versions));
    }
}
