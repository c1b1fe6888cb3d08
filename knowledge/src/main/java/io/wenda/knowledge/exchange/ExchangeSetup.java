package io.wenda.knowledge.exchange;

import io.wenda.knowledge.exchange.file.FileLimits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Offers this package's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ExchangeSettings.class, FileLimits.class})
class ExchangeSetup {}
