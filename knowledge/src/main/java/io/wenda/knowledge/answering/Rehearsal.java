package io.wenda.knowledge.answering;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.PublishedTexts.Found;
import io.wenda.knowledge.answering.PublishedTexts.Known;
import io.wenda.knowledge.embedding.NormalText;
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
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
    public record Pair(BotAnswer now, BotAnswer then) {}

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
        Considered considered(List<Found> found, Policy policy) {
            var locale =
                    Objects.requireNonNullElseGet(
                            asked.locale(), () -> Answers.usual(reading.text().language()));
            return Considered.of(reading, found, policy, locale);
        }
    }

    /** Of one question, now and then. */
    private record Both(Considered now, Considered then) {
        Pair answers() {
            return new Pair(now.answer(), then.answer());
        }

        boolean isOpen(Reading reading) {
            return now.isOpen(reading) || then.isOpen(reading);
        }

        Both or(Predicate<Considered> where, Both other, BinaryOperator<Considered> surer) {
            return new Both(
                    where.test(now) ? surer.apply(now, other.now) : now,
                    where.test(then) ? surer.apply(then, other.then) : then);
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
        var asked = questions.all;
        var alone = answered(asked, policy, overlay);
        var readings =
                IntStream.range(0, asked.size())
                        .mapToObj(i ->
                                alone.get(i).isOpen(asked.get(i).reading())
                                        ? Reading.together(asked.get(i).asked(), policy)
                                        : Optional.<Reading>empty())
                        .toList();
        var together = answered(again(asked, readings), policy, overlay).iterator();
        var pairs = new ArrayList<Pair>();
        for (var i = 0; i < asked.size(); i++) {
            var reading = asked.get(i).reading();
            var own = NormalText.of(asked.get(i).asked().text());
            var best =
                    readings.get(i).isEmpty()
                            ? alone.get(i)
                            : alone.get(i)
                                    .or(
                                            it -> it.isOpen(reading),
                                            together.next(),
                                            (one, other) -> one.orTogether(own, other));
            pairs.add(best.answers());
        }
        return pairs;
    }

    /** As customers' questions are, once more among the Chinese texts where that is wanted. */
    private List<Both> answered(List<One> asked, Policy policy, Overlay overlay) {
        var first = once(asked, policy, overlay);
        var readings =
                IntStream.range(0, asked.size())
                        .mapToObj(i -> {
                            var reading = asked.get(i).reading();
                            return reading.amongChinese(first.get(i).now().answer())
                                    .or(() -> reading.amongChinese(first.get(i).then().answer()));
                        })
                        .toList();
        var chinese = once(again(asked, readings), policy, overlay).iterator();
        var all = new ArrayList<Both>();
        for (var i = 0; i < asked.size(); i++) {
            var reading = asked.get(i).reading();
            all.add(
                    readings.get(i).isEmpty()
                            ? first.get(i)
                            : first.get(i)
                                    .or(
                                            it -> reading.amongChinese(it.answer()).isPresent(),
                                            chinese.next(),
                                            Considered::or));
        }
        return all;
    }

    /** Those that have another reading, in it. */
    private List<One> again(List<One> asked, List<Optional<Reading>> readings) {
        return IntStream.range(0, asked.size())
                .boxed()
                .flatMap(i -> readings.get(i).map(it -> one(it, asked.get(i).asked())).stream())
                .toList();
    }

    private List<Both> once(List<One> asked, Policy policy, Overlay overlay) {
        if (asked.isEmpty()) {
            return List.of();
        }
        var hits = hits(asked, FEW_HITS);
        var known = known(hits);
        var all = new ArrayList<Both>();
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
            var said = one.considered(now, policy);
            all.add(new Both(said, then.equals(now) ? said : one.considered(then, policy)));
        }
        return all;
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
