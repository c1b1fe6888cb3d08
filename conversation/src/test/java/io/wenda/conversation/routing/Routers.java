package io.wenda.conversation.routing;

import io.wenda.tenant.TenantId;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** Several routers at once, as on several nodes. */
@Component
public record Routers(Router router) {

    /** Lets so many routers work on a company's queues at the same time, to their end. */
    public void drainAtOnce(int routers, TenantId tenant) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> drain =
                    () -> {
                        router.drain(tenant);
                        return true;
                    };
            threads.invokeAll(Collections.nCopies(routers, drain)).forEach(Future::resultNow);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
