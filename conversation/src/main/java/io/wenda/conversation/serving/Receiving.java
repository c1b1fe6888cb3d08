package io.wenda.conversation.serving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
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
    private final Counter messages =
            Counter.builder("wenda.message.accepted")
                    .description("messages that somebody sent, whatever became of them")
                    .register(Metrics.globalRegistry);
    private final Timer shared = timer("shared");
    private final Timer own = timer("own");

    Receiving(Lanes lanes, Alone alone) {
        this.lanes = lanes;
        this.alone = alone;
    }

    private static Timer timer(String commit) {
        return Timer.builder("wenda.message.acknowledge")
                .description("from a message's acceptance to its commit")
                .tag("commit", commit)
                .publishPercentileHistogram()
                .register(Metrics.globalRegistry);
    }

    Received receive(Caller caller, Incoming message) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return alone.receive(caller, message);
        }
        messages.increment();
        var accepted = Timer.start();
        var stored = lanes.receive(caller, message);
        var received = stored.orElseGet(() -> alone.receive(caller, message));
        accepted.stop(stored.isPresent() ? shared : own);
        return received;
    }
}
