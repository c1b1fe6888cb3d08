package io.wenda.api.issuer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the issuer's statements live.
 *
 * @param accessTokenLife of members' and programs' tokens
 * @param sessionLife from a sign-in to the next, whatever happens between
 */
@ConfigurationProperties("wenda.issuer")
public record IssuerSettings(
        @DefaultValue("30m") Duration accessTokenLife, @DefaultValue("24h") Duration sessionLife) {}
