package io.wenda.benchmark;

import java.util.List;

/** Orders one company's entries by a question. */
interface AnswerWay extends AutoCloseable {
    /** Best first, at most three. */
    List<Ranked> rank(String question);

    @Override
    default void close() {}

    /**
     * An entry that came near.
     *
     * @param entry its own question
     * @param score what decides whether it is answered; compared with a threshold
     */
    record Ranked(String entry, double score) {}
}
