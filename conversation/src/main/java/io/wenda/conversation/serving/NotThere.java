package io.wenda.conversation.serving;

import io.wenda.tenant.Refusal;

/** Unknown, of another company, or not hers: one answer for all. */
final class NotThere {
    private NotThere() {}

    static Refusal refusal() {
        return new Refusal.NotFound("conversation", "conversationId");
    }
}
