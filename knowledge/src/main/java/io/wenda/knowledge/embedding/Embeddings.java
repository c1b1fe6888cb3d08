package io.wenda.knowledge.embedding;

import ai.onnxruntime.OrtException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Turns texts into vectors, each by the model of its language. The models are loaded aside, which
 * takes seconds on a small machine; who asks before waits.
 */
public final class Embeddings implements AutoCloseable {
    private static final Executor ASIDE =
            loading -> Thread.ofPlatform().daemon().name("embedding-model").start(loading);

    private static final long MOST_BYTES = 24L << 20;
    private static final int BYTES_OF_ONE = 800;
    private static final Duration LATEST = Duration.ofHours(1);

    /** What was read for the question at hand. */
    private static final ScopedValue<Map<NormalText, Vector>> QUESTION = ScopedValue.newInstance();

    private final Cache<NormalText, Vector> read =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .<NormalText, Vector>weigher(
                            (text, _) -> BYTES_OF_ONE + 2 * text.value().length())
                    .expireAfterAccess(LATEST)
                    .build();
    private final CompletableFuture<Model> chinese;
    private final CompletableFuture<Model> english;

    public Embeddings(EmbeddingSettings settings) {
        var files = new UnpackedFiles(settings.folder());
        chinese = load(Language.CHINESE, files);
        english = load(Language.ENGLISH, files);
    }

    private static CompletableFuture<Model> load(Language language, UnpackedFiles files) {
        return CompletableFuture.supplyAsync(() -> new Model(language.model(), files), ASIDE);
    }

    /** Waits until both are loaded; a fault of the loading is thrown here. */
    public void await() {
        chinese.join();
        english.join();
    }

    /**
     * Lets several look at one question and read it once; nothing of it is known afterwards. They
     * look one after the other.
     */
    public static <T> T once(Supplier<T> looks) {
        return ScopedValue.where(QUESTION, new HashMap<>()).call(looks::get);
    }

    public Vector embed(NormalText text) {
        return QUESTION.isBound() ? QUESTION.get().computeIfAbsent(text, this::fresh) : fresh(text);
    }

    private Vector fresh(NormalText text) {
        var model =
                switch (text.language()) {
                    case CHINESE -> chinese;
                    case ENGLISH -> english;
                };
        return model.join().embed(text.value());
    }

    /**
     * The same for work that nobody waits for, which reads the same texts again and again: what it
     * read lately is remembered. Customers' questions are not: their time would tell what others
     * asked.
     */
    public Vector embedOnce(NormalText text) {
        var known = read.getIfPresent(text);
        if (known != null) {
            return known;
        }
        var vector = embed(text);
        read.put(text, vector);
        return vector;
    }

    @Override
    public void close() throws OrtException {
        chinese.join().close();
        english.join().close();
    }
}
