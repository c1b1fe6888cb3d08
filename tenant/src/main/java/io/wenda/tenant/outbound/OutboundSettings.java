package io.wenda.tenant.outbound;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where companies may send us, and how often at once.
 *
 * @param privateAddresses whether our own network may be called, by http too
 * @param callsOfTarget calls of one company to one target at once in this process
 * @param callsOfCompany calls of one company to all of its targets at once in this process
 * @param pause for which a target is not called once half of its last calls failed; a single call
 *     then tries whether it is back
 */
@ConfigurationProperties("wenda.outbound")
public record OutboundSettings(
        @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("4") int callsOfTarget,
        @DefaultValue("12") int callsOfCompany,
        @DefaultValue("30s") Duration pause) {}
