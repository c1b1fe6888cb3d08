package io.wenda.knowledge.indexing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the index is replaced.
 *
 * @param quiet how long the one before is kept for questions that are under way in it
 * @param sweep time between two looks for an index that is wanted, or for its next step
 */
@ConfigurationProperties("wenda.knowledge.reindex")
record ReindexSettings(@DefaultValue("10s") Duration quiet, @DefaultValue("1s") Duration sweep) {}
