package io.wenda.knowledge.embedding;

/**
 * A language that an embedding model is there for; the models are monolingual, so like is compared
 * with like only.
 */
public enum Language {
    CHINESE("bge-small-zh-v1.5-q"),
    ENGLISH("bge-small-en-v1.5-q");

    private final String model;

    Language(String model) {
        this.model = model;
    }

    /** Name of the model's resources, and the mark of its vectors in the index. */
    public String model() {
        return model;
    }
}
