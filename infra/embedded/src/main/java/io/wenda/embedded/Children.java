package io.wenda.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How children are started: with this JVM's java, and out of reach of the terminal's Ctrl-C, so
 * that the application ends before its engines.
 */
final class Children {
    static final String PID = "engine.pid";

    private Children() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * A prefix that writes the process id down and leaves the terminal's session; the id stays the
     * command's own.
     */
    static List<String> ownSession(Path folder) {
        var write = "echo $$ > \"$0\" && exec \"$@\"";
        var shell = List.of("sh", "-c", write, folder.resolve(PID).toString());
        var setsid = onPath("setsid") ? Stream.of("setsid") : Stream.<String>empty();
        return Stream.concat(setsid, shell.stream()).toList();
    }

    static boolean onPath(String program) {
        return Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
