package io.wenda.knowledge.index;

/**
 * The search engine answers, and refuses what it was asked or given: the same again would be
 * refused again.
 */
public class IndexRefused extends RuntimeException {
    IndexRefused(String reason) {
        super(reason);
    }
}
