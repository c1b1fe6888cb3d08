package io.wenda.knowledge.answering;

import static java.util.stream.Collectors.groupingBy;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.answering.PublishedTexts.Found;
import io.wenda.knowledge.confidence.Calibration;
import io.wenda.knowledge.confidence.Fit;
import io.wenda.knowledge.confidence.OwnQuestions;
import io.wenda.knowledge.confidence.Sample;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.index.Hit;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.knowledge.index.SearchIndex.Sought;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out how sure the current company's own knowledge may make its bot: entries with similar
 * questions are asked by them, with the one that is asked left out.
 */
@Component
class OwnCalibration {
    private static final int MOST_ENTRIES = 150;
    private static final int MOST_TEXTS = 3;
    private static final int BATCH = 25;
    private static final int MOST_HITS = 12;

    private final JdbcClient jdbc;
    private final SearchIndex index;
    private final Embeddings embeddings;
    private final PublishedTexts published;
    private final TransactionTemplate transactions;

    OwnCalibration(
            JdbcClient jdbc,
            SearchIndex index,
            Embeddings embeddings,
            PublishedTexts published,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.index = index;
        this.embeddings = embeddings;
        this.published = published;
        this.transactions = transactions;
    }

    private record Question(EntryId entry, NormalText text, List<NormalText> siblings) {}

    /** By language; without one that the company has no similar questions in. */
    Map<Language, Calibration> make() {
        var calibrations = new EnumMap<Language, Calibration>(Language.class);
        transactions.execute(_ -> questions()).stream()
                .collect(groupingBy(question -> question.text().language()))
                .forEach((language, questions) ->
                        calibrations.put(
                                language, Fit.of(samples(questions), Calibration.of(language))));
        return calibrations;
    }

    /** The same entries as long as they are there, whatever else is. */
    private List<Question> questions() {
        return jdbc
                .sql(
                        """
                        select e.id, v.question, v.similar_questions
                        from knowledge_entry e
                          join knowledge_version v on v.tenant_id = e.tenant_id
                            and v.entry_id = e.id and v.number = e.published
                        where v.similar_questions <> '{}'
                        order by md5(e.id::text) limit ?
                        """)
                .param(MOST_ENTRIES)
                .query((row, _) ->
                        questions(
                                new EntryId(row.getObject(1, UUID.class)),
                                Stream.concat(
                                                Stream.of(row.getString(2)),
                                                Stream.of((String[]) row.getArray(3).getArray()))
                                        .map(NormalText::of)
                                        .filter(text -> !text.isEmpty())
                                        .distinct()
                                        .toList()))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> questions(EntryId entry, List<NormalText> texts) {
        return texts.stream()
                .limit(MOST_TEXTS)
                .map(text ->
                        new Question(
                                entry,
                                text,
                                texts.stream()
                                        .filter(other -> !other.equals(text))
                                        .filter(other -> other.language() == text.language())
                                        .toList()))
                .filter(question -> !question.siblings().isEmpty())
                .toList();
    }

    private List<Sample> samples(List<Question> questions) {
        var samples = new ArrayList<Sample>();
        for (var from = 0; from < questions.size(); from += BATCH) {
            var some = questions.subList(from, Math.min(from + BATCH, questions.size()));
            var sought = some.stream().map(it -> index.sought(it.text())).toList();
            var hits = index.searchAll(CurrentTenant.get(), sought, MOST_HITS);
            for (var i = 0; i < some.size(); i++) {
                samples.addAll(samples(some.get(i), sought.get(i), hits.get(i)));
            }
        }
        return samples;
    }

    private List<Sample> samples(Question question, Sought sought, List<Hit> hits) {
        var others =
                transactions.execute(_ -> published.of(hits, Asker.ANYBODY)).stream()
                        .filter(found -> !found.version().entry().equals(question.entry()))
                        .map(Found::nearest)
                        .toList();
        record Sibling(NormalText text, double cosine) {}
        var sibling =
                question.siblings().stream()
                        .map(NormalText::inCommonWords)
                        .map(text ->
                                new Sibling(
                                        text, sought.vector().cosine(embeddings.embedOnce(text))))
                        .max(Comparator.comparingDouble(Sibling::cosine))
                        .orElseThrow();
        return OwnQuestions.samples(sought.text(), sibling.text(), sibling.cosine(), others);
    }
}
