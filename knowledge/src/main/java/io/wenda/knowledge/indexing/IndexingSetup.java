package io.wenda.knowledge.indexing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Offers this package's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CellSettings.class, ReindexSettings.class})
class IndexingSetup {}
