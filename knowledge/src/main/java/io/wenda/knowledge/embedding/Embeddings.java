package io.wenda.knowledge.embedding;

import ai.onnxruntime.OrtException;

/** Turns texts into vectors, each by the model of its language. */
public final class Embeddings implements AutoCloseable {

    private final Model chinese = new Model(Language.CHINESE.model());
    private final Model english = new Model(Language.ENGLISH.model());

    public Vector embed(NormalText text) {
        var model =
                switch (text.language()) {
                    case CHINESE -> chinese;
                    case ENGLISH -> english;
                };
        return model.embed(text.value());
    }

    @Override
    public void close() throws OrtException {
        chinese.close();
        english.close();
    }
}
