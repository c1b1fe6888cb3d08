package io.wenda.embedded.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.mapper.MapperExtrasModulePlugin;
import org.opensearch.index.reindex.ReindexModulePlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.painless.PainlessModulePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * Main class of the search engine's process: home folder and HTTP port in, an end in order when
 * stdin closes.
 */
public final class SearchNode {
    private static final String NAME = "embedded";
    private static final List<Class<? extends Plugin>> MODULES =
            List.of(
                    Netty4ModulePlugin.class,
                    CommonAnalysisModulePlugin.class,
                    PainlessModulePlugin.class,
                    ReindexModulePlugin.class,
                    MapperExtrasModulePlugin.class);

    private SearchNode() {}

    /** Serves until stdin is closed, that is also when the parent dies. */
    public static void main(String[] args)
            throws IOException, NodeValidationException, InterruptedException {
        var home = Path.of(args[0]).toAbsolutePath();
        var configuration = Files.createDirectories(home.resolve("config"));
        var environment =
                InternalSettingsPreparer.prepareEnvironment(
                        settings(home, args[1]), Map.of(), configuration, () -> NAME);
        var node = new ClassPathNode(environment, MODULES.stream().map(SearchNode::info).toList());
        node.start();
        var closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, closed)));
        Thread.ofPlatform().name("parent-watch").daemon().start(SearchNode::exitWithParent);
        closed.await();
    }

    /**
     * No bootstrap class is used: no root check, no agent, no mlockall; the disk threshold would
     * make indices read-only on a full laptop.
     */
    private static Settings settings(Path home, String port) {
        return Settings.builder()
                .put("path.home", home.toString())
                .put("path.data", home.resolve("data").toString())
                .put("path.logs", home.resolve("logs").toString())
                .put("cluster.name", "wenda")
                .put("node.name", NAME)
                .put("network.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.port", "0")
                .put("discovery.type", "single-node")
                .put("node.processors", Math.min(4, Runtime.getRuntime().availableProcessors()))
                .put("action.destructive_requires_name", true)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
    }

    private static PluginInfo info(Class<? extends Plugin> module) {
        var java = Integer.toString(Runtime.version().feature());
        return new PluginInfo(
                module.getName(),
                "on the class path",
                "NA",
                Version.CURRENT,
                java,
                module.getName(),
                List.of(),
                false);
    }

    private static void close(Node node, CountDownLatch closed) {
        try {
            node.close();
            node.awaitClose(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            System.err.println("closing without order: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closed.countDown();
    }

    private static void exitWithParent() {
        try {
            while (System.in.read() >= 0) {
                // the parent never writes: it only keeps the pipe open
            }
        } catch (IOException e) {
            System.err.println("the parent has gone: " + e);
        }
        System.exit(0);
    }

    private static final class ClassPathNode extends Node {
        ClassPathNode(Environment environment, Collection<PluginInfo> modules) {
            super(environment, modules, true);
        }
    }
}
