package io.wenda.tenant.outbound;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where companies may send us, and how often at once.
 *
 * @param privateAddresses whether our own network may be called, by http too
 * @param callsOfCompany calls of one company at once in this process
 */
@ConfigurationProperties("wenda.outbound")
record OutboundSettings(
        @DefaultValue("false") boolean privateAddresses, @DefaultValue("4") int callsOfCompany) {}
