package io.wenda.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether there is a demo: {@code ./wenda start} says so on a new data folder.
 *
 * @param shopPort where the shop's page is; absent: the application's port and one
 */
@ConfigurationProperties("wenda.demo")
record DemoSettings(@DefaultValue("false") boolean enabled, @Nullable Integer shopPort) {}
