package io.wenda.knowledge.entry;

import static java.util.stream.Collectors.toSet;

import com.ibm.icu.text.BreakIterator;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.index.IndexRefused;
import io.wenda.knowledge.index.IndexUnavailable;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Warns of what is published already when something is written: it never stands in the way. */
@Component
public class Neighbours {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);

    /** Of a version as many of its questions are looked up. */
    private static final int MOST_QUESTIONS = 4;

    private static final int MOST_HITS = 20;
    private static final int MOST = 5;

    /** From here on people would have a look. */
    private static final double RELATED = 0.75;

    /** From here on two questions are one. */
    private static final double SAME = 0.85;

    /** Share of common words from which two answers say the same. */
    private static final double SAME_ANSWER = 0.6;

    private record Published(VersionId version, String question, String answer) {}

    private final SearchIndex index;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Neighbours(SearchIndex index, JdbcClient jdbc, TransactionTemplate transactions) {
        this.index = index;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Nearest first, at most five; absent while the index is away. Asks it, so never within a
     * transaction.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Optional<List<Neighbour>> of(Version version) {
        Map<VersionId, Double> scores;
        try {
            scores = near(version);
        } catch (IndexUnavailable | IndexRefused e) {
            LOG.warn(
                    "Nobody is warned of duplicates, because the index does not say: {}",
                    e.toString());
            return Optional.empty();
        }
        var published = transactions.execute(_ -> published(scores.keySet()));
        return Optional.of(
                published.stream()
                        .filter(it -> !it.version().entry().equals(version.id().entry()))
                        .map(it -> neighbour(version, it, scores.getOrDefault(it.version(), 0.0)))
                        .sorted(Comparator.comparingDouble(Neighbour::score).reversed())
                        .limit(MOST)
                        .toList());
    }

    private Map<VersionId, Double> near(Version version) {
        var scores = new HashMap<VersionId, Double>();
        var questions =
                new HashSet<>(
                        version.similarQuestions().stream().limit(MOST_QUESTIONS - 1).toList());
        questions.add(version.question());
        questions.stream()
                .map(NormalText::of)
                .filter(it -> !it.isEmpty())
                .flatMap(it -> index.search(CurrentTenant.get(), it, MOST_HITS).stream())
                .filter(it -> it.score() >= RELATED)
                .forEach(it -> scores.merge(it.version(), it.score(), Math::max));
        return scores;
    }

    private List<Published> published(Set<VersionId> versions) {
        return jdbc.sql(
                        """
                        select v.entry_id, v.number, v.question, v.answer
                        from unnest(?::uuid[], ?::int[]) as hit (entry_id, number)
                        join knowledge_entry e
                          on e.tenant_id = (select current_setting('wenda.tenant_id')::uuid)
                          and e.id = hit.entry_id and e.published = hit.number
                        join knowledge_version v
                          on v.tenant_id = e.tenant_id and v.entry_id = e.id
                          and v.number = e.published
                        """)
                .param(versions.stream().map(it -> it.entry().value()).toArray(UUID[]::new))
                .param(versions.stream().map(VersionId::number).toArray(Integer[]::new))
                .query((row, _) ->
                        new Published(
                                new VersionId(
                                        new EntryId(row.getObject(1, UUID.class)), row.getInt(2)),
                                row.getString(3),
                                row.getString(4)))
                .list();
    }

    private static Neighbour neighbour(Version version, Published other, double score) {
        return new Neighbour(other.version(), other.question(), score, kind(version, other, score));
    }

    private static Neighbour.Kind kind(Version version, Published other, double score) {
        if (score < SAME) {
            return Neighbour.Kind.RELATED;
        }
        var mine = words(version.answer(), version.locale());
        var theirs = words(other.answer(), version.locale());
        var common = mine.stream().filter(theirs::contains).count();
        var all = mine.size() + theirs.size() - common;
        return numbers(mine).equals(numbers(theirs)) && common >= SAME_ANSWER * all
                ? Neighbour.Kind.DUPLICATE
                : Neighbour.Kind.CONTRADICTION;
    }

    /** Seven days are not fourteen, however alike the rest is. */
    private static Set<String> numbers(Set<String> words) {
        return words.stream()
                .filter(word -> word.codePoints().anyMatch(Character::isDigit))
                .collect(toSet());
    }

    private static Set<String> words(String text, String locale) {
        var normal = NormalText.of(text).value();
        var words = new HashSet<String>();
        var breaks = BreakIterator.getWordInstance(Locale.forLanguageTag(locale));
        breaks.setText(normal);
        var from = breaks.first();
        for (var to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
                words.add(normal.substring(from, to));
            }
            from = to;
        }
        return words;
    }
}
