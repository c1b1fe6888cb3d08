package io.wenda.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one browser of this JVM; {@code infra/browser/get} finds it, or gets one. */
final class Chromium implements AutoCloseable {
    /** Long enough for two busy cores and a cold application. */
    static final double PATIENCE_MS = 20_000;

    private static final Path INFRA = Path.of("..", "infra").toAbsolutePath().normalize();

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        var executable = run(INFRA.resolve("browser/get").toString());
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(
                                        Map.of(
                                                "PLAYWRIGHT_NODEJS_PATH",
                                                node(),
                                                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                                                "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of(executable))
                                        .setArgs(
                                                List.of(
                                                        // sites of any name for tests, and no way
                                                        // out
                                                        "--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** The one that infra/npm brought, where the machine's own is too old. */
    private static String node() {
        var brought = INFRA.resolve(".node/node_modules/node/bin/node");
        return Files.isExecutable(brought)
                ? brought.toString()
                : run("sh", "-c", "command -v node");
    }

    private static String run(String... command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(
                        String.join(" ", command) + " failed: its reason is in the build's log");
            }
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
