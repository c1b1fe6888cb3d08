package io.wenda.api.wire;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the application's own connector keep the pace. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
class WireSetup {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> pacedConnector() {
        return factory -> factory.setProtocol(PacedProtocol.class.getName());
    }

    /** For each connector of the application. */
    @Bean
    TomcatProtocolHandlerCustomizer<PacedProtocol> pace(HttpSettings settings) {
        return protocol -> protocol.set(settings);
    }
}
