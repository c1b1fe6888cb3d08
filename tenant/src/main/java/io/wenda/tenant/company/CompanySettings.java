package io.wenda.tenant.company;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a company starts with, and how long its mailed links live.
 *
 * @param locale of a company that names none
 * @param timeZone of a company that names none
 * @param invitationLife from the invitation to its last use
 * @param verificationLife from the sign-up to the last use of its link
 * @param passwordLength shortest password
 * @param hashesAtOnce password hashes computed at the same time, each of 16 MiB
 */
@ConfigurationProperties("wenda.company")
record CompanySettings(
        @DefaultValue("en") String locale,
        @DefaultValue("UTC") String timeZone,
        @DefaultValue("7d") Duration invitationLife,
        @DefaultValue("7d") Duration verificationLife,
        @DefaultValue("10") int passwordLength,
        @DefaultValue("8") int hashesAtOnce) {}
