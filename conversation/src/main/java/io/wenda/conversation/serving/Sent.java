package io.wenda.conversation.serving;

import io.wenda.conversation.serving.Conversations.Incoming;
import io.wenda.conversation.serving.Conversations.Received;
import io.wenda.tenant.Caller;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A message on its way through a lane. Its identity is the sending: the same message may be sent
 * twice at once.
 */
final class Sent {
    private final Caller caller;
    private final Incoming message;

    /** The stored message; empty: it must be stored alone. */
    private final CompletableFuture<Optional<Received>> outcome = new CompletableFuture<>();

    /** The sender's own id of a message. */
    record Key(String sender, String clientMessageId) {}

    Sent(Caller caller, Incoming message) {
        this.caller = caller;
        this.message = message;
    }

    Caller caller() {
        return caller;
    }

    Incoming message() {
        return message;
    }

    CompletableFuture<Optional<Received>> outcome() {
        return outcome;
    }

    Key key() {
        return new Key(caller.key(), message.clientMessageId());
    }
}
