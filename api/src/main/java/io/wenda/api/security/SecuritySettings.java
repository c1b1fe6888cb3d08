package io.wenda.api.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long visitors' statements live.
 *
 * @param visitorTokenLife of a visitor's bearer token
 * @param panelTicketLife from serving the panel's page to starting a session on it
 * @param identityTokenLife longest time to come for which a company may sign an identity
 */
@ConfigurationProperties("wenda.security")
record SecuritySettings(
        @DefaultValue("30m") Duration visitorTokenLife,
        @DefaultValue("10m") Duration panelTicketLife,
        @DefaultValue("1h") Duration identityTokenLife) {}
