package io.wenda.embedded;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the engines' programs lie: the folder infra/embedded of the repository, or one laid out
 * like it.
 */
public record Binaries(Path home) {
    private static final String MARK = "engine/package.json";

    /** The configured folder, else the one above the code or above the working directory. */
    public static Binaries find(@Nullable Path configured) {
        if (configured != null) {
            return new Binaries(configured.toAbsolutePath());
        }
        return Stream.concat(codeSource().stream(), Stream.of(Path.of("").toAbsolutePath()))
                .flatMap(start -> Stream.iterate(start, p -> p != null, Path::getParent))
                .map(p -> p.resolve("infra/embedded"))
                .filter(p -> Files.exists(p.resolve(MARK)))
                .findFirst()
                .map(Binaries::new)
                .orElseThrow(() ->
                        new EngineFailed(
                                "The engines' programs are not found: set wenda.embedded.home to the folder infra/embedded of Wenda."));
    }

    private static Optional<Path> codeSource() {
        var source = Binaries.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty(); // inside of a packed jar
        }
    }

    Path clickHouseLibrary() {
        var platform = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        var library =
                home.resolve("engine/node_modules/@chdb/lib-linux-" + platform + "-gnu/libchdb.so");
        return present(library, "run " + home.resolve("engine/fetch"));
    }

    /** The folder of the node's jars. */
    Path node() {
        return present(
                home.resolve("node/target/node"),
                "build it: ./mvnw -pl infra/embedded -am package -DskipTests");
    }

    /** A cache that halves the node's start, where one was made for these jars. */
    Optional<Path> nodeCache() {
        return Optional.of(home.resolve("node/target/node.aot")).filter(Files::isReadable);
    }

    /** Where PostgreSQL may be unpacked for all data folders. */
    Path unpacked() {
        return home.resolve("target");
    }

    private static Path present(Path path, String mend) {
        if (Files.exists(path)) {
            return path;
        }
        throw new EngineFailed(path + " is missing: " + mend);
    }
}
