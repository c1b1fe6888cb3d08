package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.routing.Router;
import io.wenda.tenant.isolation.CurrentTenant;
import org.springframework.stereotype.Component;

/**
 * What the room otherwise does by itself, in the current company and one step at a time: for
 * whoever cannot wait until it does.
 */
@Component
public class Steps {
    private final BotDialogue dialogue;
    private final Router router;
    private final IdleClosings closings;

    Steps(BotDialogue dialogue, Router router, IdleClosings closings) {
        this.dialogue = dialogue;
        this.router = router;
        this.closings = closings;
    }

    /** The bot answers what it has not answered yet. */
    public void answer(ConversationId id) {
        dialogue.goOn(id);
    }

    /** Whoever waits and can be assigned is assigned. */
    public void route() {
        router.drain(CurrentTenant.get());
    }

    /** The conversation is closed, if nobody has gone on with it for long enough. */
    public void closeIfIdle(ConversationId id) {
        closings.close(id);
    }
}
