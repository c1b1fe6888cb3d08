package io.wenda.knowledge.intent;

/**
 * What a customer may want.
 *
 * @param trainedVersion of the intents that were learned
 * @param probability 0 to 1; nothing of all this may be meant
 */
public record LikelyIntent(Intent intent, int trainedVersion, double probability) {

    /** From here on it is taken to be meant. */
    private static final double MEANT = 0.6;

    public boolean isMeant() {
        return probability >= MEANT;
    }
}
