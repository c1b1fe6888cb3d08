package io.wenda.tenant.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The turn of one who waits in a queue: given by another thread, or given up by her own. */
public final class Turn {
    private final CompletableFuture<Boolean> given = new CompletableFuture<>();

    /** Lets her go on; false where she no longer waits. */
    public boolean give() {
        return given.complete(true);
    }

    /**
     * Waits until it is given; false where that took too long.
     *
     * @param handOn what to do with a turn that came at the very moment of giving up
     * @throws InterruptedException the turn is given up
     */
    public boolean await(Duration limit, Runnable handOn) throws InterruptedException {
        try {
            return given.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            giveUp(handOn);
            return false;
        } catch (InterruptedException e) {
            giveUp(handOn);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void giveUp(Runnable handOn) {
        if (!given.cancel(false)) {
            handOn.run();
        }
    }
}
