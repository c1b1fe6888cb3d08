package io.wenda.knowledge.trial;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Offers this package's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrialSettings.class)
class TrialSetup {}
