package io.wenda.api.operation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the process is watched, and how it ends.
 *
 * @param probeInterval between two questions to an engine
 * @param probeLimit after which an engine that does not answer counts as down
 * @param slow answers that take longer are shown as slow
 * @param drain how long requests are taken after readiness went down, so that whoever sends them
 *     notices first; as long as a load balancer needs
 */
@ConfigurationProperties("wenda.operation")
record OperationSettings(
        @DefaultValue("3s") Duration probeInterval,
        @DefaultValue("2s") Duration probeLimit,
        @DefaultValue("500ms") Duration slow,
        @DefaultValue("0s") Duration drain) {}
