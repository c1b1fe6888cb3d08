package io.wenda.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** OpenSearch out of its official jars, in a JVM and on a class path of its own. */
final class OpenSearch implements Engine {
    private final Path folder;
    private final Binaries binaries;
    private final int port;

    OpenSearch(Path folder, Binaries binaries) throws IOException {
        this.folder = folder;
        this.binaries = binaries;
        Survivors.end(this);
        port = new Kept(folder).port();
    }

    @Override
    public EngineKind kind() {
        return EngineKind.OPENSEARCH;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public List<String> prepare() throws IOException {
        Survivors.end(this);
        var command = new ArrayList<>(Children.ownSession(folder));
        command.addAll(
                List.of(
                        Children.java(),
                        "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                        "-Xms512m",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:MaxDirectMemorySize=128m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"),
                        "-XX:-CreateCoredumpOnCrash",
                        "--enable-native-access=ALL-UNNAMED"));
        binaries.nodeCache().ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        command.addAll(
                List.of(
                        "-cp",
                        binaries.node() + "/*",
                        "io.wenda.embedded.node.SearchNode",
                        folder.toString(),
                        Integer.toString(port)));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public boolean serves() {
        return Http.get(port, "/_cluster/health?wait_for_status=yellow&timeout=1s").equals("200");
    }

    @Override
    public String stopSignal() {
        return "TERM";
    }

    @Override
    public Map<String, String> properties() {
        return Map.of("url", "http://127.0.0.1:" + port);
    }
}
