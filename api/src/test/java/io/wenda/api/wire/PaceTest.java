package io.wenda.api.wire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PaceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Pace pace =
            new Pace(
                    new HttpSettings(Duration.ofSeconds(20), DataSize.ofBytes(500)),
                    () -> this.began);
    private long began = Pace.NOT_BEGUN;
    private long now;

    @Test
    void aByteASecondIsTooSlowAfterTwentySeconds() throws SocketTimeoutException {
        begin();
        for (var second = 0; second < 20; second++) {
            waitFor(1, 1);
        }

        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> waitFor(1, 1));
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> pace.read(1, now));
    }

    @Test
    void fiveHundredBytesASecondAreNeverTooSlow() throws SocketTimeoutException {
        begin();
        for (var second = 0; second < 10_000; second++) {
            waitFor(1, 500);
        }
    }

    @Test
    void onlyWaitingForTheSenderCounts() throws SocketTimeoutException {
        begin();
        waitFor(19, 1);
        now += 1_000 * SECOND; // the application has other things to do before it reads on

        assertThatCode(() -> pace.read(1, now)).doesNotThrowAnyException();
    }

    @Test
    void nobodyIsWaitedForBetweenRequests() throws SocketTimeoutException {
        begin();
        waitFor(19, 1);
        began = Pace.NOT_BEGUN;
        pace.read(0, now);
        now += 1_000 * SECOND;
        pace.read(1, now);
        began = now;

        assertThatCode(() -> waitFor(19, 1)).doesNotThrowAnyException();
    }

    private void begin() throws SocketTimeoutException {
        pace.read(1, now);
        began = now;
    }

    private void waitFor(int seconds, int bytes) throws SocketTimeoutException {
        pace.read(0, now);
        now += seconds * SECOND;
        pace.read(bytes, now);
    }
}
