package io.wenda.conversation.serving;

import io.micrometer.observation.Observation;
import io.wenda.conversation.serving.Conversations.Incoming;
import io.wenda.conversation.serving.Conversations.Received;
import io.wenda.tenant.Caller;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way through a lane. Its identity is the sending: the same message may be sent
 * twice at once.
 */
final class Sent {
    private final Caller caller;
    private final Incoming message;
    private final @Nullable Observation cause;

    /** The stored message; empty: it must be stored alone. */
    private final CompletableFuture<Optional<Received>> outcome = new CompletableFuture<>();

    /** The sender's own id of a message. */
    record Key(String sender, String clientMessageId) {}

    Sent(Caller caller, Incoming message) {
        this(caller, message, null);
    }

    Sent(Caller caller, Incoming message, @Nullable Observation cause) {
        this.caller = caller;
        this.message = message;
        this.cause = cause;
    }

    /** What it belongs to in its sender's trace; none where traces are off. */
    @Nullable Observation cause() {
        return cause;
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
