package io.wenda.conversation.flow;

import io.wenda.tenant.ContactId;

/**
 * A customer's message in a flow.
 *
 * @param key the same again where the message is looked at again
 */
public record FlowMessage(String text, String locale, String key, ContactId contact) {}
