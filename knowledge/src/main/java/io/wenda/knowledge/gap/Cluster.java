package io.wenda.knowledge.gap;

import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.Vector;
import io.wenda.knowledge.gap.WaitingQuestions.Waiting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A gap while questions are joined to it. */
final class Cluster {
    final GapId id;
    final Language language;
    float[] sum;
    GapState state;
    String question;
    String locale;
    int volume;
    long handledMillis;
    int later;
    long laterMillis;
    Instant firstAskedAt;
    Instant lastAskedAt;
    @Nullable Instant reopenedAt;
    @Nullable Instant settledAt;

    /** In memory only: made now, or joined to now. */
    final boolean made;

    boolean joined;
    private @Nullable Vector centre;

    Cluster(GapId id, Language language, Waiting first, Vector vector) {
        this(id, language, first.question(), first.locale(), new float[0], first.askedAt(), true);
        join(first, vector);
    }

    Cluster(
            GapId id,
            Language language,
            String question,
            String locale,
            float[] sum,
            Instant asked,
            boolean made) {
        this.id = id;
        this.language = language;
        this.question = question;
        this.locale = locale;
        this.sum = sum;
        this.state = GapState.OPEN;
        this.firstAskedAt = asked;
        this.lastAskedAt = asked;
        this.made = made;
    }

    /** Where its questions lie in the mean. */
    Vector centre() {
        var known = centre == null ? Vector.direction(sum) : centre;
        centre = known;
        return known;
    }

    /** One more question of it. */
    void join(Waiting asked, Vector vector) {
        sum = vector.addedTo(sum.length == 0 ? null : sum);
        centre = null;
        joined = true;
        firstAskedAt = asked.askedAt().isBefore(firstAskedAt) ? asked.askedAt() : firstAskedAt;
        lastAskedAt = asked.askedAt().isAfter(lastAskedAt) ? asked.askedAt() : lastAskedAt;
        if (settledAt != null && asked.askedAt().isAfter(settledAt)) {
            later++;
            laterMillis += asked.handledMillis();
            reopenWhereDue(asked.askedAt());
        } else {
            volume++;
            handledMillis += asked.handledMillis();
        }
    }

    /**
     * An answer that was published and is asked for all the same does not do; what was dismissed is
     * looked at again when as much was asked as when it was dismissed.
     */
    private void reopenWhereDue(Instant now) {
        if (later >= (state == GapState.DISMISSED ? volume : 1)) {
            state = GapState.OPEN;
            volume = later;
            handledMillis = laterMillis;
            later = 0;
            laterMillis = 0;
            settledAt = null;
            reopenedAt = now;
        }
    }
}
