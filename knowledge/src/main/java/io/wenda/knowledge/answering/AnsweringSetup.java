package io.wenda.knowledge.answering;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Offers this package's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnsweringSettings.class)
class AnsweringSetup {}
