package io.wenda.tenant.node;

import io.wenda.tenant.isolation.InstallationKey;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One node, or several where Redis is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NodeSettings.class)
class NodeSetup {
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /**
     * Installations that share a Redis have different channels, and none needs a setting for it.
     */
    @Bean
    Nodes nodes(NodeSettings settings, InstallationKey installation) {
        if (settings.redisUrl().isBlank()) {
            return new OneNode();
        }
        var channel = "wenda:" + HexFormat.of().formatHex(installation.derive("nodes"), 0, 8);
        var nodes = new RedisNodes(settings.redisUrl(), channel, SILENCE);
        nodes.start();
        return nodes;
    }
}
