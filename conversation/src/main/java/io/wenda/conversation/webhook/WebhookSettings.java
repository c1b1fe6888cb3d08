package io.wenda.conversation.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long and how often companies' own bots are asked.
 *
 * @param timeout of a whole call
 * @param turnsAtOnce conversations that may wait for webhooks at once in this process
 * @param callsOfCompany calls of one company at once in this process, where no other has any
 * @param callsBesideOthers the same, where others have some
 * @param localAddresses whether bots within the installation's own network may be called, by http
 *     too
 */
@ConfigurationProperties("wenda.webhook")
public record WebhookSettings(
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("64") int turnsAtOnce,
        @DefaultValue("32") int callsOfCompany,
        @DefaultValue("16") int callsBesideOthers,
        @DefaultValue("false") boolean localAddresses) {}
