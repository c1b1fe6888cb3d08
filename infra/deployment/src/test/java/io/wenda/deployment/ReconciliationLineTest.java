package io.wenda.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** infra/doctor says since when nobody can tell whether outbox and warehouse agree. */
class ReconciliationLineTest {
    @TempDir private Path data;

    @Test
    void aFailureIsAFaultOnceItLasts() throws IOException {
        var now = Clock.systemUTC().instant();
        var lasting = "reconciliation: not possible since " + now.minus(Duration.ofHours(4));

        assertThat(report(lasting)).anyMatch(line -> line.startsWith("FAULT  " + lasting));

        var passing = "reconciliation: not possible since " + now.minus(Duration.ofHours(1));
        assertThat(report(passing)).anyMatch(line -> line.startsWith("note   " + passing));
    }

    private List<String> report(String last) throws IOException {
        Files.writeString(
                data.resolve("wenda.log"), "reconciliation: no difference\n" + last + "\n");
        var doctor = new ProcessBuilder("../doctor").redirectErrorStream(true);
        doctor.environment().put("WENDA_DATA", data.toString());
        try (var said = doctor.start().inputReader()) {
            return said.lines().toList();
        }
    }
}
