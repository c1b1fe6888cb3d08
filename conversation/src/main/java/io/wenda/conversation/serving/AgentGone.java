package io.wenda.conversation.serving;

import io.wenda.conversation.live.WakeUps;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.company.RolesChanged;
import io.wenda.tenant.isolation.CurrentTenant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears that a member was removed. She may be no agent at all. */
@Component
class AgentGone implements AutoCloseable {
    private final WakeUps<RolesChanged> wakeUps;

    AgentGone(Leaving leaving) {
        this.wakeUps =
                new WakeUps<>(
                        "leaving",
                        1,
                        RolesChanged::tenant,
                        gone ->
                                CurrentTenant.run(
                                        gone.tenant(),
                                        () -> leaving.leave(new MemberId(gone.holder()))));
    }

    /** Told right after a commit, on a thread that can begin no transaction then: handed on. */
    @EventListener
    void on(RolesChanged change) {
        if (change.removed()) {
            wakeUps.wake(change);
        }
    }

    @Override
    public void close() {
        wakeUps.close();
    }
}
