package io.wenda.conversation;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The rooms that conversation stands on, and conversation, with a bot that does as it is told. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EntityScan({"io.wenda.tenant", "io.wenda.conversation"})
@ComponentScan(
        basePackages = {"io.wenda.tenant", "io.wenda.conversation"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(Knowledge|Intent|Flow)Bot"))
public class ConversationTests {}
