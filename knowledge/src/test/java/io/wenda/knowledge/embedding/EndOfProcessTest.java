package io.wenda.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The library frees what it needs when the process is to end, while others still read. */
class EndOfProcessTest {
    private static final int SIGTERM = 128 + 15;

    @Test
    void whoReadsWhileTheProcessEndsDoesNotCrashIt() throws Exception {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx128m",
                                "-XX:ErrorFile=target/end-of-process.log",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Reader.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("reading");

            process.toHandle().destroy(); // SIGTERM, and what it says is read on

            assertThat(process.waitFor()).isEqualTo(SIGTERM);
            assertThat(said.readLine()).isEqualTo("read to the end");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Reads on for a while when it is told to end, as the application does. */
    static final class Reader {
        private static final Duration DRAIN = Duration.ofSeconds(1);
        private static final int THREADS = 3;

        private Reader() {}

        static void main() throws InterruptedException {
            var model = new Model(Language.ENGLISH.model(), new UnpackedFiles("target/models"));
            model.embed("Where is my parcel?");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(model)));
            for (var i = 0; i < THREADS; i++) {
                Thread.ofPlatform().daemon().start(() -> readOn(model));
            }
            IO.println("reading");
            Thread.currentThread().join(); // until it is told to end
        }

        private static void readOn(Model model) {
            for (var i = 1; ; i++) {
                model.embed("Where is my parcel? ".repeat(i % 20 + 1));
            }
        }

        private static void drain(Model model) {
            try (model) {
                Thread.sleep(DRAIN);
            } catch (InterruptedException | OrtException e) {
                throw new IllegalStateException(e);
            }
            IO.println("read to the end");
        }
    }
}
