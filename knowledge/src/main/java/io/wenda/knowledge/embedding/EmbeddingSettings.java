package io.wenda.knowledge.embedding;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the models are loaded.
 *
 * @param folder where they and what runs them lie unpacked for later starts; without one each start
 *     unpacks them
 */
@ConfigurationProperties("wenda.knowledge.embedding")
public record EmbeddingSettings(@DefaultValue("") String folder) {}
