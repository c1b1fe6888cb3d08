package io.wenda.knowledge.gap;

import static java.util.stream.Collectors.groupingBy;

import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.embedding.Vector;
import io.wenda.knowledge.gap.WaitingQuestions.Waiting;
import io.wenda.tenant.NewId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Joins each waiting question to the gap that it is nearest to, or begins one with it. The models
 * read outside of transactions; what is joined is joined in one, by one node of a company at a
 * time: what a dead node left still waits.
 */
@Component
class Gathering {
    private static final int SOME = 64;

    private final WaitingQuestions waiting;
    private final Clusters clusters;
    private final Proposing proposing;
    private final Embeddings embeddings;
    private final GapSettings settings;
    private final TransactionTemplate transactions;

    Gathering(
            WaitingQuestions waiting,
            Clusters clusters,
            Proposing proposing,
            Embeddings embeddings,
            GapSettings settings,
            TransactionTemplate transactions) {
        this.waiting = waiting;
        this.clusters = clusters;
        this.proposing = proposing;
        this.embeddings = embeddings;
        this.settings = settings;
        this.transactions = transactions;
    }

    /**
     * Joins some questions of the current company.
     *
     * @return whether there may be more that this node can join
     */
    @Transactional(propagation = Propagation.NEVER)
    public boolean join() {
        var questions = transactions.execute(_ -> waiting.oldest(SOME));
        if (questions.isEmpty()) {
            return false;
        }
        var vectors = new LinkedHashMap<Waiting, Vector>();
        questions.forEach(it -> vectors.put(it, embeddings.embed(NormalText.of(it.question()))));
        var mine = transactions.execute(_ -> clusters.lock() && joinStill(vectors));
        return mine && questions.size() == SOME;
    }

    private boolean joinStill(Map<Waiting, Vector> vectors) {
        var still = waiting.stillAmong(List.copyOf(vectors.keySet()));
        vectors.keySet().removeIf(it -> !still.contains(it.id()));
        var known = new EnumMap<Language, List<Cluster>>(Language.class);
        var homes = new LinkedHashMap<Waiting, Cluster>();
        vectors.forEach((question, vector) -> {
            var language = NormalText.of(question.question()).language();
            var all = known.computeIfAbsent(language, clusters::of);
            homes.put(question, home(question, vector, language, all));
        });
        write(homes, vectors);
        known.keySet().forEach(clusters::makeRoom);
        return true;
    }

    private Cluster home(Waiting question, Vector vector, Language language, List<Cluster> all) {
        var nearest = nearest(vector, all).filter(it -> it.likeness() >= settings.like(language));
        if (nearest.isPresent()) {
            nearest.get().cluster().join(question, vector);
            return nearest.get().cluster();
        }
        var made = new Cluster(new GapId(NewId.next()), language, question, vector);
        all.add(made);
        return made;
    }

    private record Near(Cluster cluster, double likeness) {}

    private static Optional<Near> nearest(Vector vector, List<Cluster> all) {
        return all.stream()
                .map(it -> new Near(it, it.centre().cosine(vector)))
                .max(Comparator.comparingDouble(Near::likeness));
    }

    private void write(Map<Waiting, Cluster> homes, Map<Waiting, Vector> vectors) {
        var changed = homes.values().stream().distinct().toList();
        clusters.add(changed.stream().filter(it -> it.made).toList());
        var gaps = new LinkedHashMap<Waiting, GapId>();
        homes.forEach((question, home) -> gaps.put(question, home.id));
        waiting.joined(gaps, vectors);
        clusters.prune(changed);
        findCentres(changed);
        clusters.put(changed);
        proposing.propose(gaps);
    }

    /** A gap is called by the kept question that lies nearest to its centre. */
    private void findCentres(List<Cluster> changed) {
        var ids = changed.stream().map(it -> it.id).toList();
        var kept = clusters.kept(ids).stream().collect(groupingBy(Clusters.Kept::gap));
        for (var cluster : changed) {
            var centre = cluster.centre();
            var most =
                    Objects.requireNonNull(kept.get(cluster.id)).stream()
                            .max(Comparator.comparingDouble(it -> it.vector().cosine(centre)))
                            .orElseThrow();
            cluster.question = most.question();
            cluster.locale = most.locale();
        }
    }
}
