package io.wenda.knowledge.gap;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.embedding.Vector;
import io.wenda.knowledge.entry.KnowledgeEntries;
import io.wenda.knowledge.entry.NewEntry;
import io.wenda.knowledge.entry.Revision;
import io.wenda.knowledge.gap.Clusters.Kept;
import io.wenda.tenant.Caller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what a gap's customers asked into a draft: a new entry, or the one made for it before. A
 * new one without a proposal has no answer yet.
 */
@Component
class Drafting {
    private static final int MOST_SIMILAR = 10;
    private static final int MOST_OF_AN_ENTRY = 50;

    /** From here on a question adds nothing to another one. */
    private static final double SAME = 0.97;

    private final KnowledgeEntries entries;
    private final Clusters clusters;

    Drafting(KnowledgeEntries entries, Clusters clusters) {
        this.entries = entries;
        this.clusters = clusters;
    }

    /** The entry, with a draft. */
    EntryId write(Caller caller, Gap gap, @Nullable String answer, @Nullable String category) {
        var entry = gap.entry();
        return entry == null
                ? create(caller, gap, answer, category)
                : revise(caller, gap, entry, answer);
    }

    private EntryId create(
            Caller caller, Gap gap, @Nullable String answer, @Nullable String category) {
        var wanted =
                new NewEntry(
                        gap.locale(),
                        gap.question(),
                        others(gap, List.of(gap.question()), MOST_SIMILAR),
                        answer,
                        category,
                        List.of());
        return entries.create(caller, wanted).id();
    }

    /**
     * What customers ask now is added to what the entry is found by. The entry is taken before it
     * is read: what a colleague writes at the same time stays.
     */
    private EntryId revise(Caller caller, Gap gap, EntryId entry, @Nullable String answer) {
        var latest = entries.take(entry);
        var similar = new ArrayList<>(latest.similarQuestions());
        var known = new ArrayList<>(similar);
        known.add(latest.question());
        var room = Math.min(MOST_SIMILAR, MOST_OF_AN_ENTRY - similar.size());
        similar.addAll(others(gap, known, room));
        entries.revise(caller, entry, new Revision(null, null, similar, answer));
        return entry;
    }

    /** Whether the gap's draft has an answer, which is not replaced unseen; takes its entry. */
    boolean isAnswered(Gap gap) {
        var entry = gap.entry();
        if (entry == null) {
            return false;
        }
        var latest = entries.take(entry);
        return latest.state() == VersionState.DRAFT && !latest.answer().isEmpty();
    }

    /** The gap's questions that differ from the known ones and from each other, central first. */
    private List<String> others(Gap gap, List<String> known, int most) {
        var texts = new HashSet<String>();
        known.forEach(it -> texts.add(NormalText.of(it).value()));
        var kept = clusters.kept(List.of(gap.id()));
        var centre = centre(gap, kept);
        var chosen = new ArrayList<Kept>();
        kept.stream()
                .sorted(Comparator.comparingDouble((Kept it) -> -it.vector().cosine(centre)))
                .filter(it -> it.question().equals(gap.question()) || differs(it, centre, chosen))
                .filter(it -> texts.add(NormalText.of(it.question()).value()))
                .limit(Math.max(0, most))
                .forEach(chosen::add);
        return chosen.stream().map(Kept::question).toList();
    }

    private static Vector centre(Gap gap, List<Kept> kept) {
        return kept.stream()
                .filter(it -> it.question().equals(gap.question()))
                .findFirst()
                .orElse(kept.getFirst())
                .vector();
    }

    private static boolean differs(Kept question, Vector centre, List<Kept> chosen) {
        return question.vector().cosine(centre) < SAME
                && chosen.stream().allMatch(it -> it.vector().cosine(question.vector()) < SAME);
    }
}
