package io.wenda.knowledge.generation;

/** How a company's answers are worded; its key is not told. */
public record Generation(
        int version, boolean enabled, String baseUrl, String model, int seconds, int maxTokens) {}
