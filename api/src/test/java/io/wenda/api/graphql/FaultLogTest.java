package io.wenda.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.tenant.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FaultLogTest {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String TRACE = "4bf92f35";

    private final String what = "too many wait " + UUID.randomUUID();
    private final AtomicLong nanoTime = new AtomicLong();
    private final FaultLog log = new FaultLog(nanoTime::get);

    @Test
    void aThousandEarlyRefusalsInASecondAreOneLine(CapturedOutput output) {
        for (var i = 0; i < 1_000; i++) {
            tell(new CompletionException(new Unavailable(what, SOON)));
        }
        nanoTime.addAndGet(SOON.toNanos() - 1);
        tell(new Unavailable(what, SOON));
        nanoTime.addAndGet(1);
        tell(new Unavailable(what, SOON));

        assertThat(told(output))
                .containsExactly(
                        "UNAVAILABLE 4bf92f35: %s (1 since this was last told)".formatted(what),
                        "UNAVAILABLE 4bf92f35: %s (1001 since this was last told)".formatted(what));
    }

    @Test
    void eachReasonIsToldByItself(CapturedOutput output) {
        tell(new Unavailable(what, SOON));
        tell(new Unavailable(what + " elsewhere", SOON));

        assertThat(told(output)).hasSize(2);
    }

    @Test
    void anEnginesAbsenceIsToldWithItsCauseOnceASecondToo(CapturedOutput output) {
        tell(new Unavailable("away " + what, SOON, new IOException(what)));
        tell(new Unavailable("away " + what, SOON, new IOException(what)));

        assertThat(told(output))
                .containsExactly(
                        "UNAVAILABLE 4bf92f35: away %s (1 since this was last told)"
                                .formatted(what),
                        "io.wenda.tenant.Unavailable: away " + what,
                        "Caused by: java.io.IOException: " + what);
    }

    @Test
    void anAnswerThatTookTooLongSaysAllInOneLine(CapturedOutput output) {
        tell(new TimeoutException(what));

        assertThat(output).contains("UNAVAILABLE 4bf92f35: the answer took too long (1 since");
        assertThat(told(output)).isEmpty();
    }

    @Test
    void eachFaultOfOursIsToldWithItsPlace(CapturedOutput output) {
        tell(new IllegalStateException(what));
        tell(new IllegalStateException(what));

        assertThat(told(output))
                .containsExactly(
                        "java.lang.IllegalStateException: " + what,
                        "java.lang.IllegalStateException: " + what);
    }

    private void tell(Exception thrown) {
        log.tell(Faults.of(thrown), TRACE, thrown);
    }

    /** The lines about it, without time, thread and class. */
    private List<String> told(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains(what))
                .map(line -> line.replaceFirst(".* (?=UNAVAILABLE )", ""))
                .toList();
    }
}
