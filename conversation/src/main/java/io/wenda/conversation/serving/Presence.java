package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.live.LiveBus;
import org.springframework.stereotype.Component;

/** Whether a visitor is still there: a QUEUED conversation without her is given up in time. */
@Component
public class Presence {

    /** Tells that a visitor's live connection to her conversation is open until it is closed. */
    public LiveBus.Watch connected(ConversationId conversation) {
        throw new UnsupportedOperationException();
    }
}
