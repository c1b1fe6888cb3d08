package io.wenda.knowledge.embedding;

import ai.onnxruntime.OrtException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Turns texts into vectors, each by the model of its language. The models are loaded aside, which
 * takes seconds on a small machine; who asks before waits.
 */
public final class Embeddings implements AutoCloseable {
    private static final Executor ASIDE =
            loading -> Thread.ofPlatform().daemon().name("embedding-model").start(loading);

    private final CompletableFuture<Model> chinese = load(Language.CHINESE);
    private final CompletableFuture<Model> english = load(Language.ENGLISH);

    private static CompletableFuture<Model> load(Language language) {
        return CompletableFuture.supplyAsync(() -> new Model(language.model()), ASIDE);
    }

    /** Waits until both are loaded; a fault of the loading is thrown here. */
    public void await() {
        chinese.join();
        english.join();
    }

    public Vector embed(NormalText text) {
        var model =
                switch (text.language()) {
                    case CHINESE -> chinese;
                    case ENGLISH -> english;
                };
        return model.join().embed(text.value());
    }

    @Override
    public void close() throws OrtException {
        chinese.join().close();
        english.join().close();
    }
}
