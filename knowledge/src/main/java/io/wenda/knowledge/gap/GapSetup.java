package io.wenda.knowledge.gap;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Offers this package's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GapSettings.class)
class GapSetup {}
