package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationSettings;
import io.wenda.conversation.live.WakeUps;
import io.wenda.conversation.webhook.WebhookSettings;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets the bot answer, after the commit of what it is asked: one conversation's questions one after
 * the other, many conversations at once. Those with a bot or a language model of the company's own
 * have threads apart: a slow one holds up nobody else. Companies take turns. What is lost with the
 * process is made up by the clock.
 */
@Component
class BotTurns implements AutoCloseable {

    private record Asking(TenantId tenant, ConversationId conversation) {}

    private final WakeUps<Asking> wakeUps;
    private final WakeUps<Asking> outside;

    BotTurns(BotDialogue dialogue, ConversationSettings settings, WebhookSettings webhooks) {
        this.outside =
                new WakeUps<>(
                        "outside",
                        webhooks.turnsAtOnce(),
                        Asking::tenant,
                        asking ->
                                CurrentTenant.run(
                                        asking.tenant(),
                                        () -> dialogue.goOnOutside(asking.conversation())));
        this.wakeUps =
                new WakeUps<>(
                        "bot",
                        settings.botTurnsAtOnce(),
                        Asking::tenant,
                        asking -> {
                            if (CurrentTenant.call(
                                    asking.tenant(), () -> dialogue.goOn(asking.conversation()))) {
                                outside.wake(asking);
                            }
                        });
    }

    @TransactionalEventListener
    void on(BotAsked asked) {
        wake(asked.tenant(), asked.conversation());
    }

    void wake(TenantId tenant, ConversationId conversation) {
        wakeUps.wake(new Asking(tenant, conversation));
    }

    @Override
    public void close() {
        wakeUps.close();
        outside.close();
    }
}
