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
import java.util.Objects;
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

    /** What is said now, and what would be said then. */
    public record Pair(BotAnswer now, BotAnswer then) {

        /** Whether either goes on to be read together with the question before. */
        private boolean isOpen() {
            return now.decision() == Decision.HANDOVER || then.decision() == Decision.HANDOVER;
        }

        private Pair or(Pair together) {
            return new Pair(better(now, together.now), better(then, together.then));
        }

        private static BotAnswer better(BotAnswer alone, BotAnswer together) {
            return alone.decision() == Decision.HANDOVER
                            && together.confidence() > alone.confidence()
                    ? together
                    : alone;
        }
    }

    /** Questions as they are understood by themselves, ready to be searched for. */
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
    private record One(Reading reading, Asked asked, Optional<Sought> sought) {
        BotAnswer answer(List<Found> found, Policy policy) {
            var locale =
                    Objects.requireNonNullElseGet(
                            asked.locale(), () -> Answers.usual(reading.text().language()));
            return Answers.decide(reading, found, policy, locale);
        }
    }

    /** The questions, each without one before that it does not go on from. */
    public List<Asked> withoutIdlePrevious(List<Asked> questions) {
        var policy = policies.current();
        return questions.stream()
                .map(it ->
                        Reading.together(it, policy).isPresent()
                                ? it
                                : new Asked(it.text(), null, it.locale(), it.asker()))
                .toList();
    }

    /** Reads the questions; the index is not asked. */
    public Understood understood(List<Asked> questions) {
        var policy = policies.current();
        return new Understood(
                policy, questions.stream().map(it -> one(Reading.of(it, policy), it)).toList());
    }

    private One one(Reading reading, Asked asked) {
        return new One(
                reading,
                asked,
                reading.isRefused() ? Optional.empty() : Optional.of(index.sought(reading.text())));
    }

    /**
     * The answers in the order of the questions, each read by itself, and together with the one
     * before where nothing comes of that; throws {@link io.wenda.knowledge.index.IndexUnavailable}
     * where the index is away.
     */
    public List<Pair> of(Understood questions, Overlay overlay) {
        var policy = questions.policy;
        var pairs = new ArrayList<>(pairs(questions.all, policy, overlay));
        var places = new ArrayList<Integer>();
        var together = new ArrayList<One>();
        for (var i = 0; i < pairs.size(); i++) {
            var asked = questions.all.get(i).asked();
            var reading =
                    pairs.get(i).isOpen()
                            ? Reading.together(asked, policy)
                            : Optional.<Reading>empty();
            if (reading.isPresent()) {
                places.add(i);
                together.add(one(reading.get(), asked));
            }
        }
        var more = pairs(together, policy, overlay).iterator();
        places.forEach(i -> pairs.set(i, pairs.get(i).or(more.next())));
        return pairs;
    }

    private List<Pair> pairs(List<One> asked, Policy policy, Overlay overlay) {
        var hits = hits(asked, FEW_HITS);
        var known = known(hits);
        var pairs = new ArrayList<Pair>();
        for (var i = 0; i < hits.size(); i++) {
            var one = asked.get(i);
            var at = hits.get(i);
            var asker = one.asked().asker();
            var now = found(at, known, Overlay.NONE, asker);
            var then = found(at, known, overlay, asker);
            if (at.size() == FEW_HITS && Math.min(now.size(), then.size()) < ENOUGH) {
                var more = hits(List.of(one), Answers.MOST_HITS);
                var allKnown = known(more);
                now = found(more.getFirst(), allKnown, Overlay.NONE, asker);
                then = found(more.getFirst(), allKnown, overlay, asker);
            }
            var said = one.answer(now, policy);
            pairs.add(new Pair(said, then.equals(now) ? said : one.answer(then, policy)));
        }
        return pairs;
    }

    private static List<Found> found(
            List<Hit> hits, Map<VersionId, Known> known, Overlay overlay, Asker asker) {
        var found = new ArrayList<Found>();
        var seen = new HashSet<VersionId>();
        for (var hit : hits) {
            var version = known.get(Overlay.meant(hit));
            if (version != null
                    && version.told().includes(asker)
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
