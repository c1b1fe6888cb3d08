package io.wenda.conversation.routing;

import io.wenda.conversation.ConversationEvent;
import io.wenda.conversation.ConversationSettings;
import io.wenda.conversation.live.WakeUps;
import io.wenda.tenant.TenantId;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sets the router to work: when somebody waits, when an agent has room, and when asked to. */
@Component
public class Routing implements AutoCloseable {
    private final WakeUps<TenantId> wakeUps;

    Routing(Router router, ConversationSettings settings) {
        this.wakeUps =
                new WakeUps<>(
                        "router", settings.routingsAtOnce(), Function.identity(), router::drain);
    }

    @TransactionalEventListener
    void on(RoomForOneMore room) {
        wake(room.tenant());
    }

    @TransactionalEventListener
    void on(ConversationEvent.Queued queued) {
        wake(queued.tenant());
    }

    /** Somebody may be assigned in this company: looks after it soon, on another thread. */
    public void wake(TenantId tenant) {
        wakeUps.wake(tenant);
    }

    @Override
    public void close() {
        wakeUps.close();
    }
}
