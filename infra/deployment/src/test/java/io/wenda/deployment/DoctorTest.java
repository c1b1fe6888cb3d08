package io.wenda.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** infra/doctor finds what the application's log says, wherever it was rolled to, and judges it. */
class DoctorTest {
    private final Path data;

    DoctorTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void whatTheLogSaidLastIsFoundThoughItsFileWasRolledAway() throws Exception {
        kept("wenda.log.2026-01-30.0.gz", "1", "reconciliation: 7 differences", "other");
        kept("wenda.log.1", "2", "reconciliation: 5 differences", "outbox horizon: here");
        kept("wenda.log.2026-01-31.0.gz", "3", "reconciliation: 4 differences");
        kept("wenda.log.2026-01-31.1.gz", "4", "reconciliation: 3 differences", "a flood");
        kept("wenda.log", "5", "a flood", "knowledge index: holds 12 entries");

        assertThat(report())
                .anyMatch(line -> line.startsWith("FAULT  reconciliation: 3 differences"))
                .anyMatch(line -> line.equals("ok     knowledge index: holds 12 entries"))
                .noneMatch(line -> line.matches(".*[457] differences.*"));
    }

    @Test
    void recordsThatNobodyCanCompareAreAFaultOnceThatLastsAndNoneWhereAnotherNodeLooks()
            throws Exception {
        var now = Clock.systemUTC().instant();
        var lasting = "reconciliation: not possible since " + now.minus(Duration.ofHours(4));
        var passing = "reconciliation: not possible since " + now.minus(Duration.ofHours(1));

        kept("wenda.log", "1", "reconciliation: no difference", lasting);
        assertThat(report()).anyMatch(line -> line.startsWith("FAULT  " + lasting));
        kept("wenda.log", "1", "reconciliation: no difference", passing);
        assertThat(report()).anyMatch(line -> line.startsWith("note   " + passing));
        kept("wenda.log", "1", lasting, "reconciliation: another node looks");
        assertThat(report()).contains("ok     reconciliation: another node looks");
    }

    private void kept(String name, String day, String... lines) throws IOException {
        var file = data.resolve(name);
        var text = String.join("\n", lines) + "\n";
        try (var raw = Files.newOutputStream(file);
                var out = name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-02-0%sT00:00:00Z".formatted(day))));
    }

    private List<String> report() throws IOException {
        var doctor = new ProcessBuilder("../doctor").redirectErrorStream(true);
        doctor.environment().put("WENDA_DATA", data.toString());
        try (var said = doctor.start().inputReader()) {
            return said.lines().toList();
        }
    }
}
