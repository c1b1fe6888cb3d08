package io.wenda.api.operation;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives back what only the start needed, most of the heap at that time: a quiet node would keep it
 * for days. It happens before readiness, so no request waits for it.
 */
@Component
class StartGarbage {

    @EventListener(ApplicationReadyEvent.class)
    void collect() {
        System.gc();
    }
}
