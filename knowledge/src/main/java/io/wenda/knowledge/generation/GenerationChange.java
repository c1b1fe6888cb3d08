package io.wenda.knowledge.generation;

import org.jspecify.annotations.Nullable;

/**
 * How a company's answers are to be worded.
 *
 * @param baseUrl to which {@code /chat/completions} is added
 * @param apiKey absent: the one there is, at the same address
 * @param seconds until the end of an answer
 */
public record GenerationChange(
        boolean enabled,
        String baseUrl,
        String model,
        @Nullable String apiKey,
        int seconds,
        int maxTokens) {}
