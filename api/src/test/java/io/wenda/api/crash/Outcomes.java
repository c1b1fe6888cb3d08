package io.wenda.api.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lines of the table that `./wenda test` prints at its end. */
final class Outcomes {
    private static final Path FOLDER = Path.of("target", "outages");

    private final List<String> lines = new ArrayList<>();

    /** What was done, how often, and what came of it. */
    void add(String what, int times, String outcome) {
        lines.add(String.join("\t", what, Integer.toString(times), outcome));
    }

    /** Leaves them for the table. */
    void write(String name) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name + ".tsv"), lines, StandardCharsets.UTF_8);
    }
}
