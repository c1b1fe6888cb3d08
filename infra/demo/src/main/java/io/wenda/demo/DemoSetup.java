package io.wenda.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** There is a demo where it is asked for, and only on engines of our own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty({"wenda.demo.enabled", "wenda.embedded.alone"})
@EnableConfigurationProperties(DemoSettings.class)
@Import({Demo.class, DemoMaker.class})
class DemoSetup {}
