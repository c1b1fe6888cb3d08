package io.wenda.conversation.flow;

import io.wenda.tenant.ContactId;
import java.time.LocalDate;

/**
 * A customer's message in a flow.
 *
 * @param key the same again where the message is looked at again
 * @param today at her company
 */
public record FlowQuestion(
        String text, String locale, String key, ContactId contact, LocalDate today) {}
