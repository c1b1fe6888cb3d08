package io.wenda.knowledge.intent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Recognises intents. Each node learns them for itself, which gives the same everywhere, aside and
 * when they changed; until then those learned before hold. A node that has learned none yet lets a
 * company's first questions wait for them, for a while. What another node changed is seen some
 * seconds later, so that a question costs no look.
 */
@Component
public class Recognition implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recognition.class);
    private static final int MOST_COMPANIES = 5_000;
    private static final int MOST_LEARNED = 200;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration FIRST = Duration.ofSeconds(2);

    private final IntentReader reader;
    private final Intents intents;
    private final Embeddings embeddings;
    private final Clock clock;
    private final Cache<TenantId, Integer> versions =
            Caffeine.newBuilder().maximumSize(MOST_COMPANIES).expireAfterWrite(LOOK_AGAIN).build();
    private final Cache<TenantId, Classifier> classifiers =
            Caffeine.newBuilder().maximumSize(MOST_LEARNED).build();

    /** Until when a company's questions wait for what they first need: once, not for ever. */
    private final Cache<TenantId, Long> firstUntil =
            Caffeine.newBuilder().maximumSize(MOST_COMPANIES).build();

    private final Map<TenantId, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
    private final ExecutorService learning =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("intents").factory());

    Recognition(IntentReader reader, Intents intents, Embeddings embeddings, Clock clock) {
        this.reader = reader;
        this.intents = intents;
        this.embeddings = embeddings;
        this.clock = clock;
    }

    /** Lets intents and knowledge look at one question, which is read by the model once. */
    public static <T> T once(Supplier<T> looks) {
        return Embeddings.once(looks);
    }

    /** What the current company's customer may want, the likeliest first. */
    public List<LikelyIntent> of(String question) {
        var tenant = CurrentTenant.get();
        int version = versions.get(tenant, _ -> reader.standing().version());
        if (version == 0) {
            return List.of();
        }
        var known = classifiers.getIfPresent(tenant);
        if (known == null) {
            known = firstLearned(tenant);
        } else if (known.version() < version) {
            var _ = learnAside(tenant);
        }
        return known == null ? List.of() : known.likely(question);
    }

    private @Nullable Classifier firstLearned(TenantId tenant) {
        var learned = learnAside(tenant);
        long left =
                firstUntil.get(tenant, _ -> System.nanoTime() + FIRST.toNanos())
                        - System.nanoTime();
        if (left > 0) {
            learned.completeOnTimeout(null, left, TimeUnit.NANOSECONDS).join();
        }
        return classifiers.getIfPresent(tenant);
    }

    @TransactionalEventListener
    void on(IntentsChanged changed) {
        versions.invalidate(changed.tenant());
        var _ = learnAside(changed.tenant());
    }

    private CompletableFuture<Void> learnAside(TenantId tenant) {
        return waiting.computeIfAbsent(
                        tenant, _ -> CompletableFuture.runAsync(() -> learnNow(tenant), learning))
                .copy();
    }

    private void learnNow(TenantId tenant) {
        waiting.remove(tenant); // what changes from now on is learned after this
        try {
            CurrentTenant.run(tenant, () -> learn(tenant));
        } catch (RuntimeException e) {
            LOG.warn("the intents of {} are not learned", tenant, e);
        }
    }

    private void learn(TenantId tenant) {
        var together = reader.together();
        var known = classifiers.getIfPresent(tenant);
        if (known != null && known.version() >= together.standing().version()) {
            return;
        }
        var classifier = new Classifier(together, embeddings);
        classifiers.put(tenant, classifier);
        var version = together.standing().version();
        if (reader.trainings().stream().noneMatch(it -> it.version() == version)) {
            intents.keep(classifier.training(clock.instant()));
        }
    }

    @Override
    public void close() {
        learning.shutdownNow();
    }
}
