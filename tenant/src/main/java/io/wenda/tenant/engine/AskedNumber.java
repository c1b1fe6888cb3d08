package io.wenda.tenant.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A number of the metrics for which an engine is asked. It is none while the engine does not answer
 * soon: all other metrics would wait with it, just when they are needed.
 */
public final class AskedNumber {
    private static final long MILLIS = 1_000;

    private final DoubleSupplier question;
    private @Nullable CompletableFuture<Double> asked;

    public AskedNumber(DoubleSupplier question) {
        this.question = question;
    }

    /** Not asked for anew while an earlier question is open. */
    public synchronized double value() {
        var open = asked;
        if (open == null || open.isDone()) {
            open = CompletableFuture.supplyAsync(question::getAsDouble, Thread::startVirtualThread);
            asked = open;
        }
        try {
            return open.get(MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            return Double.NaN;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }
}
