package io.wenda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;

/** Bytes to the application's port as no well-behaved client sends them. */
public final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Socket socket;
    private final ByteArrayOutputStream came = new ByteArrayOutputStream();

    private Wire(Socket socket) {
        this.socket = socket;
    }

    /** Connects to the application, or to one of its other addresses. */
    public static Wire to(Outside outside, String host) {
        return to(host, outside.at("/").getPort());
    }

    /** Connects to whatever listens there. */
    public static Wire to(String host, int port) {
        return connect(new Socket(), host, port);
    }

    /** Connects with little room for what comes and is not read. */
    static Wire narrow(Outside outside, int unread) {
        try {
            var socket = new Socket();
            socket.setReceiveBufferSize(unread);
            return connect(socket, "127.0.0.1", outside.at("/").getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wire connect(Socket socket, String host, int port) {
        try {
            socket.connect(new InetSocketAddress(host, port));
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            return new Wire(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes back for the bytes until the server closes, or has said nothing for long. */
    public static String exchange(Outside outside, String bytes) {
        try (var wire = to(outside, "127.0.0.1")) {
            wire.send(bytes);
            return wire.rest();
        }
    }

    /** The status of the first answer; 0 where there is none. */
    public static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    /** Subscribes by server-sent events. */
    public Wire subscribe(Company.Visitor visitor, String query, Map<String, ?> variables) {
        var body = Outside.JSON.writeValueAsBytes(Map.of("query", query, "variables", variables));
        send(
                """
                POST /graphql HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Accept: text/event-stream
                Content-Length: %d
                Origin: %s
                Authorization: Bearer %s

                """
                        .formatted(body.length, Company.PAGE, visitor.token())
                        .replace("\n", "\r\n"));
        send(body);
        return this;
    }

    /** Sends; whether the server still listens. */
    public boolean send(String bytes) {
        return send(bytes.getBytes(ISO_8859_1));
    }

    boolean send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Sends such a piece again and again, with a pause after each, until the server closes. */
    public Wire trickle(String piece, Duration pause) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var open = true;
        while (open && System.nanoTime() < end) {
            open = send(piece) && pause(pause);
        }
        if (open) {
            throw new AssertionError("never cut off: " + this);
        }
        return this;
    }

    /** Says nothing for so long, and keeps what comes; whether the server still listens. */
    public boolean pause(Duration pause) {
        var end = System.nanoTime() + pause.toNanos();
        try {
            for (var left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
                socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
                var next = socket.getInputStream().read();
                if (next < 0) {
                    return false;
                }
                came.write(next);
            }
            return true;
        } catch (SocketTimeoutException _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Reads until this has come. */
    public Wire until(String end) {
        try {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            while (!toString().contains(end)) {
                var next = socket.getInputStream().read();
                if (next < 0) {
                    throw new AssertionError("closed after " + this);
                }
                came.write(next);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that came, up to the server's end. */
    public String rest() {
        try {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getInputStream().transferTo(came);
        } catch (SocketTimeoutException | SocketException _) {
            // what came before is the answer
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return toString();
    }

    /** All that came so far. */
    @Override
    public String toString() {
        return came.toString(ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
