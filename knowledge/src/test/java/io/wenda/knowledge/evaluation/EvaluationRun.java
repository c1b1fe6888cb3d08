package io.wenda.knowledge.evaluation;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.confidence.Calibration;
import io.wenda.knowledge.confidence.Evidence;
import io.wenda.knowledge.confidence.Fit;
import io.wenda.knowledge.confidence.Nearest;
import io.wenda.knowledge.confidence.OwnQuestions;
import io.wenda.knowledge.confidence.Sample;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.evaluation.Answered.Kind;
import io.wenda.knowledge.evaluation.EvaluationSet.Domain;
import io.wenda.knowledge.evaluation.EvaluationSet.Faq;
import io.wenda.knowledge.index.Hit;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.knowledge.index.VersionKey;
import io.wenda.knowledge.index.VersionTexts;
import io.wenda.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks every question of an evaluation set of companies made for it, on the real index. */
final class EvaluationRun {

    private static final int SMALL = 5;
    private static final int MOST_HITS = 10;

    private final SearchIndex index;
    private final EvaluationSet set;

    EvaluationRun(SearchIndex index, EvaluationSet set) {
        this.index = index;
        this.set = set;
        index.identity();
    }

    /** Each domain is one company with all its entries. */
    List<Answered> ofWholeDomains() {
        return set.domains().stream()
                .flatMap(domain -> ask(domain, domain.entries()).stream())
                .toList();
    }

    /**
     * Companies with five entries only: what the rest of the domain would answer is a near miss
     * there.
     */
    List<Answered> ofSmallCompanies(int companies, long seed) {
        var random = new Random(seed);
        var answered = new ArrayList<Answered>();
        for (int i = 0; i < companies; i++) {
            var domain = set.domains().get(i % set.domains().size());
            var entries = new ArrayList<>(domain.entries());
            Collections.shuffle(entries, random);
            answered.addAll(ask(domain, entries.subList(0, SMALL)));
        }
        return answered;
    }

    /** What a company of the domain's own texts make of the general calibration. */
    Calibration ownCalibration(Domain domain, Language language, Embeddings embeddings) {
        var tenant = new TenantId(UUID.randomUUID());
        var known = publish(tenant, domain.entries());
        var samples = new ArrayList<Sample>();
        for (var faq : domain.entries()) {
            var texts =
                    faq.texts().stream()
                            .map(text -> NormalText.of(text).inCommonWords())
                            .filter(text -> text.language() == language)
                            .toList();
            for (var text : texts) {
                var others =
                        index.search(tenant, text, MOST_HITS).stream()
                                .filter(hit -> !faq.equals(known.get(hit.version().entry())))
                                .map(hit -> nearest(hit, known))
                                .toList();
                texts.stream()
                        .filter(other -> !other.equals(text))
                        .findFirst()
                        .ifPresent(sibling ->
                                samples.addAll(
                                        OwnQuestions.samples(
                                                text,
                                                sibling,
                                                embeddings
                                                        .embed(text)
                                                        .cosine(embeddings.embed(sibling)),
                                                others)));
            }
        }
        return Fit.of(samples, Calibration.of(language));
    }

    private Map<EntryId, Faq> publish(TenantId tenant, List<Faq> entries) {
        Map<EntryId, Faq> known = new LinkedHashMap<>();
        entries.forEach(entry -> known.put(new EntryId(UUID.randomUUID()), entry));
        index.put(
                known.entrySet().stream()
                        .map(entry ->
                                new VersionTexts(
                                        new VersionKey(tenant, new VersionId(entry.getKey(), 1)),
                                        1,
                                        entry.getValue().texts()))
                        .toList(),
                index.reading());
        index.refresh();
        return known;
    }

    private List<Answered> ask(Domain domain, List<Faq> entries) {
        var tenant = new TenantId(UUID.randomUUID());
        var known = publish(tenant, entries);
        var answered = new ArrayList<Answered>();
        for (var faq : domain.entries()) {
            var kind = entries.contains(faq) ? Kind.IN_SCOPE : Kind.NEAR_MISS;
            faq.paraphrases()
                    .forEach(text -> answered.add(ask(tenant, known, text, domain, kind, faq)));
        }
        domain.nearMisses()
                .forEach(text ->
                        answered.add(ask(tenant, known, text, domain, Kind.NEAR_MISS, null)));
        set.outOfScope()
                .forEach(text ->
                        answered.add(ask(tenant, known, text, domain, Kind.OUT_OF_SCOPE, null)));
        return answered;
    }

    private Answered ask(
            TenantId tenant,
            Map<EntryId, Faq> known,
            String text,
            Domain domain,
            Kind kind,
            @Nullable Faq expected) {
        var own = NormalText.of(text);
        var near = index.search(tenant, own, MOST_HITS);
        var question = near.isEmpty() ? own.asChinese() : own;
        var hits = near.isEmpty() ? index.search(tenant, question, MOST_HITS) : near;
        if (hits.isEmpty()) {
            return new Answered(text, domain.name(), kind, null, 0, "");
        }
        var evidence =
                Evidence.of(question, hits.stream().map(hit -> nearest(hit, known)).toList());
        var found =
                hits.stream()
                        .map(hit -> Objects.requireNonNull(known.get(hit.version().entry())))
                        .toList();
        return new Answered(
                text,
                domain.name(),
                kind,
                evidence,
                expected == null ? 0 : found.indexOf(expected) + 1,
                found.getFirst().texts().getFirst());
    }

    private static Nearest nearest(Hit hit, Map<EntryId, Faq> known) {
        var faq = Objects.requireNonNull(known.get(hit.version().entry()));
        return new Nearest(hit.score(), faq.texts().stream().map(NormalText::of).toList());
    }
}
