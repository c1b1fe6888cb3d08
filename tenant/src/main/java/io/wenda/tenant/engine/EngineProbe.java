package io.wenda.tenant.engine;

/**
 * A question that shows whether an engine answers and can work; each room has one for each engine
 * that it works on.
 *
 * @param engine its name, for people and for metrics
 * @param essential whether nothing can be served without it
 * @param question throws while the engine does not answer, and {@link EngineTrouble} while it
 *     answers and cannot work
 */
public record EngineProbe(String engine, boolean essential, Question question) {

    /** What is asked, again and again and never twice at once. */
    @FunctionalInterface
    public interface Question {
        void ask() throws Exception;
    }
}
