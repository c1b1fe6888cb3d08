package io.wenda.knowledge.index;

/** The search engine does not answer, or not now. */
public class IndexUnavailable extends RuntimeException {

    IndexUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
