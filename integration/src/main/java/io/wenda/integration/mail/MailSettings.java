package io.wenda.integration.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail goes out. The server itself is named by {@code spring.mail.host} and its companions;
 * without one, mails become files in {@code mail-outbox} of the data folder.
 *
 * @param from sender of every mail
 * @param timeout longest wait for the mail server, at each step
 * @param sweep time between two looks for mails that are due
 * @param lease time after which a mail is tried again when its node died with it in hand
 * @param firstRetry wait after the first failure; each further wait is twice as long
 * @param longestRetry longest such wait
 * @param giveUpAfter age at which a mail that cannot be delivered has failed
 * @param kept how long it is known that a mail was sent or failed; what it said goes at once
 */
@ConfigurationProperties("wenda.integration.mail")
record MailSettings(
        @DefaultValue("Wenda <no-reply@localhost>") String from,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("10s") Duration sweep,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("30s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("1d") Duration giveUpAfter,
        @DefaultValue("30d") Duration kept) {

    /** The wait after so many failed attempts. */
    Duration waitAfter(int attempts) {
        var doublings = Math.min(attempts - 1, 20);
        var wait = firstRetry.multipliedBy(1L << doublings);
        return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
    }
}
