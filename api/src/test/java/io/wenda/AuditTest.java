package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GraphQL over HTTP as its specification's own audits want it: every MUST and every SHOULD. */
class AuditTest extends RunningApplication {
    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path WORK = Path.of("target/audit");

    private record Ended(int code, String output) {}

    @Test
    void noRuleOfTheSpecificationIsBroken() throws IOException, InterruptedException {
        Files.createDirectories(WORK);
        for (var file : List.of("package.json", "package-lock.json", "audit.mjs")) {
            Files.copy(
                    SOURCES.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(WORK.resolve("node_modules/graphql-http"))) {
            assertThat(run("npm", "ci", "--no-audit", "--no-fund").code()).isZero();
        }

        var audit = run("node", "audit.mjs", OUTSIDE.at("/graphql").toString());

        assertThat(audit.output()).contains("60 audits, 0 rules broken");
        assertThat(audit.code()).isZero();
    }

    private static Ended run(String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .directory(WORK.toFile())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
