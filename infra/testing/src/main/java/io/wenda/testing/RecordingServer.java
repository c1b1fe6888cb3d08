package io.wenda.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A real HTTP server in the place of somebody else's: it keeps what came, and answers as a test
 * wants.
 */
public final class RecordingServer implements AutoCloseable {

    /**
     * A request as it came.
     *
     * @param headers by their names in lower case
     */
    public record Request(String method, URI uri, Map<String, List<String>> headers, String body) {}

    /** How a request is answered, when it has been read and kept; what is left open is closed. */
    @FunctionalInterface
    public interface Manner {
        void answer(Request request, HttpExchange exchange)
                throws IOException, InterruptedException;
    }

    private final BlockingQueue<Request> came = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server;
    private volatile Manner manner = (_, exchange) -> send(exchange, 500, "");

    public RecordingServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new TreeMap<String, List<String>>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            var request =
                    new Request(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            headers,
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            came.add(request);
            manner.answer(request, exchange);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where it listens, without a path. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What came and was not yet taken, in order. */
    public BlockingQueue<Request> came() {
        return came;
    }

    public void answers(int status, String body) {
        answersBy((_, exchange) -> send(exchange, status, body));
    }

    public void answersBy(Manner manner) {
        this.manner = manner;
    }

    /** Says nothing more until the server closes. */
    public void hold() throws InterruptedException {
        over.await();
    }

    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }
}
