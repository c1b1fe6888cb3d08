package io.wenda.embedded;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Main class of the warehouse's process: runs {@code clickhouse local} out of libchdb. Arguments:
 * the library, the HTTP port, then the command line. It stands alone, because its class file is the
 * whole class path.
 */
@SuppressWarnings("restricted")
public final class ClickHouseLocal {
    private static final long STACK_SIZE =
            16L << 20; // the engine measures its stack: one like a main thread's
    private static final int HALT_WITHOUT_ORDER = 3;

    private ClickHouseLocal() {}

    /** Serves until stdin is closed, that is also when the parent dies. */
    public static void main(String[] args) throws Throwable {
        var linker = Linker.nativeLinker();
        var library = SymbolLookup.libraryLookup(Path.of(args[0]), Arena.global());
        // before anything else: HotSpot needs its own SIGSEGV handler
        linker.downcallHandle(
                        library.findOrThrow("chdb_set_signal_handlers_enabled"),
                        FunctionDescriptor.ofVoid(JAVA_INT))
                .invokeExact(0);
        var run =
                linker.downcallHandle(
                        library.findOrThrow("chdb_query_cmdline"),
                        FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS));
        var error =
                linker.downcallHandle(
                        library.findOrThrow("chdb_result_error"),
                        FunctionDescriptor.of(ADDRESS, ADDRESS));
        var arguments = arguments(args);
        var exit = new AtomicInteger();
        var engine =
                Thread.ofPlatform()
                        .name("clickhouse-local")
                        .stackSize(STACK_SIZE)
                        .start(() -> exit.set(run(run, error, args.length - 1, arguments)));
        var port = args[1];
        // leaving while the engine runs aborts in its static destructors
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(port, engine)));
        Thread.ofPlatform().name("parent-watch").daemon().start(() -> stopWithParent(port, engine));
        engine.join();
        System.exit(exit.get());
    }

    private static MemorySegment arguments(String[] args) {
        var argv = Arena.global().allocate(ADDRESS, args.length);
        argv.setAtIndex(ADDRESS, 0, Arena.global().allocateFrom("clickhouse-local"));
        for (var i = 2; i < args.length; i++) {
            argv.setAtIndex(ADDRESS, i - 1, Arena.global().allocateFrom(args[i]));
        }
        return argv;
    }

    private static int run(MethodHandle run, MethodHandle error, int argc, MemorySegment argv) {
        try {
            var result = (MemorySegment) run.invokeExact(argc, argv);
            var message = (MemorySegment) error.invokeExact(result);
            if (message.address() == 0) {
                return 0;
            }
            System.err.println(message.reinterpret(1 << 20).getString(0));
            return 1;
        } catch (Throwable e) {
            System.err.println("ClickHouse broke: " + e);
            return 2;
        }
    }

    private static void stopWithParent(String port, Thread engine) {
        try {
            while (System.in.read() >= 0) {
                // the parent never writes: it only keeps the pipe open
            }
        } catch (IOException e) {
            System.err.println("the parent has gone: " + e);
        }
        stop(port, engine);
    }

    /**
     * Ends the statement that keeps the engine alive (the one without a user), whereupon it shuts
     * down in order.
     */
    private static synchronized void stop(String port, Thread engine) {
        if (!engine.isAlive()) {
            return;
        }
        try {
            killLastStatement(port);
        } catch (IOException e) {
            System.err.println("ending without order: " + e);
        }
        try {
            if (!engine.join(Duration.ofSeconds(20))) {
                Runtime.getRuntime()
                        .halt(HALT_WITHOUT_ORDER); // as by kill -9: nothing acknowledged is lost
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void killLastStatement(String port) throws IOException {
        var url = URI.create("http://127.0.0.1:" + port + "/").toURL();
        var connection = (HttpURLConnection) url.openConnection();
        connection.setRequestProperty("X-ClickHouse-User", System.getenv("CLICKHOUSE_USER"));
        connection.setRequestProperty("X-ClickHouse-Key", System.getenv("CLICKHOUSE_PASSWORD"));
        connection.setRequestProperty("Connection", "close"); // an open one holds up the end
        connection.setConnectTimeout(5000);
        connection.setReadTimeout(5000);
        connection.setDoOutput(true);
        try (var out = connection.getOutputStream()) {
            out.write("KILL QUERY WHERE user = '' ASYNC".getBytes(StandardCharsets.UTF_8));
        }
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            System.err.println("the engine answers " + connection.getResponseCode());
        }
    }
}
