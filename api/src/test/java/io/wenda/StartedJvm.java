package io.wenda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application's classes in processes of their own. Those that start after {@link #keepClasses}
 * find their classes read and verified, which is a third of a start.
 */
public final class StartedJvm {
    private static final Logger LOG = LoggerFactory.getLogger(StartedJvm.class);
    private static final Path FOLDER =
            Path.of(System.getProperty("wenda.test.folder", "target"), "started").toAbsolutePath();
    private static final Path CLASSES = FOLDER.resolve("classes.jsa");
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
    private static final String CLASS_PATH = classPath();
    private static boolean tried;
    private static boolean kept;

    private StartedJvm() {}

    /** With the memory, as -Xmx takes it, and the main class and what comes before and after it. */
    public static List<String> command(String memory, String... arguments) {
        var options =
                List.of(
                        BIN.resolve("java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx" + memory,
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xlog:disable", // of the archive
                        "-Dwenda.knowledge.embedding.folder=" + FOLDER.resolve("models"),
                        "-XX:ErrorFile=" + FOLDER.resolve("hs_err_%p.log"),
                        aboutClasses(),
                        "-cp",
                        CLASS_PATH);
        return Stream.concat(options.stream(), Arrays.stream(arguments)).toList();
    }

    /** A JVM that records for a dump and has a debugger ends at once. */
    private static synchronized String aboutClasses() {
        if (kept) {
            return "-XX:SharedArchiveFile=" + CLASSES;
        }
        return tried ? "-XX:-RecordDynamicDumpInfo" : "-XX:+RecordDynamicDumpInfo";
    }

    /**
     * Keeps what a process has loaded; one with a debugger cannot tell. It is tried once: a JVM has
     * been seen to fall over it, and then it ends as by any kill.
     */
    public static synchronized void keepClasses(Process application) {
        if (tried) {
            return;
        }
        tried = true;
        try {
            var pid = Long.toString(application.pid());
            var asked =
                    new ProcessBuilder(
                                    BIN.resolve("jcmd").toString(),
                                    pid,
                                    "VM.cds",
                                    "dynamic_dump",
                                    CLASSES.toString())
                            .redirectErrorStream(true)
                            .start();
            var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            kept = asked.waitFor() == 0 && Files.exists(CLASSES);
            LOG.info("classes of process {} {}: {}", pid, kept ? "kept" : "not kept", said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without tests, and all of it jars: classes in folders are not kept. */
    private static String classPath() {
        try {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(CLASSES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var own =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(own.split(":"))
                .filter(path -> !path.endsWith("test-classes"))
                .map(Path::of)
                .map(path -> Files.isDirectory(path) ? jar(path) : path)
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    /** Of a module's target/classes, named like the module. */
    private static Path jar(Path classes) {
        var jar = FOLDER.resolve(classes.getParent().getParent().getFileName() + ".jar");
        var code =
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "--create",
                                "--no-compress",
                                "--file",
                                jar.toString(),
                                "-C",
                                classes.toString(),
                                ".");
        if (code != 0) {
            throw new AssertionError("no jar of " + classes);
        }
        return jar;
    }
}
