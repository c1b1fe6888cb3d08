package io.wenda.benchmark;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a round did.
 *
 * @param failed requests without what was asked for
 * @param cpuSeconds of the server's process
 * @param waits in microseconds
 */
record Load(long done, long failed, double seconds, double cpuSeconds, Histogram waits) {

    double perSecond() {
        return done / seconds;
    }

    double cpuMicros() {
        return cpuSeconds * 1e6 / done;
    }

    double millis(double percentile) {
        return waits.getValueAtPercentile(percentile) / 1000.0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d done, %d failed, %.0f/s, %.0f us CPU each, %.2f cores, p50 %.1f p99 %.1f max %.1f ms",
                done,
                failed,
                perSecond(),
                cpuMicros(),
                cpuSeconds / seconds,
                millis(50),
                millis(99),
                millis(100));
    }
}
