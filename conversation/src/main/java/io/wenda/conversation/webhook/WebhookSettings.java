package io.wenda.conversation.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long companies' own bots are waited for, and by how many.
 *
 * @param timeout of a whole call
 * @param turnsAtOnce conversations that may wait for webhooks and language models at once in this
 *     process
 */
@ConfigurationProperties("wenda.webhook")
public record WebhookSettings(
        @DefaultValue("5s") Duration timeout, @DefaultValue("64") int turnsAtOnce) {}
