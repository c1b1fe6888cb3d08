package io.wenda.conversation.serving;

import io.wenda.conversation.serving.Conversations.Incoming;
import io.wenda.conversation.serving.Conversations.Received;
import io.wenda.tenant.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores a message: the plain ones many by one commit, every other in its own transaction. */
@Component
class Receiving {
    private final Lanes lanes;
    private final Alone alone;

    Receiving(Lanes lanes, Alone alone) {
        this.lanes = lanes;
        this.alone = alone;
    }

    Received receive(Caller caller, Incoming message) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return alone.receive(caller, message);
        }
        return lanes.receive(caller, message).orElseGet(() -> alone.receive(caller, message));
    }
}
