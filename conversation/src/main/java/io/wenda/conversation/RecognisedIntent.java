package io.wenda.conversation;

/**
 * What the bot took a customer to want.
 *
 * @param version of the intent
 * @param trainedVersion of all intents together, as they were learned
 */
public record RecognisedIntent(String name, int version, int trainedVersion, double probability) {}
