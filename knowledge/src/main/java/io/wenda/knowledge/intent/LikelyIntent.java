package io.wenda.knowledge.intent;

/**
 * What a customer may want.
 *
 * @param trainedVersion of the intents that were learned
 * @param probability 0 to 1; nothing of all this may be meant
 * @param threshold the company's: from here on it is taken to be meant
 */
public record LikelyIntent(
        Intent intent, int trainedVersion, double probability, double threshold) {

    /** Of a company that chose none. */
    static final double USUAL = 0.6;

    public boolean isMeant() {
        return probability >= threshold;
    }
}
