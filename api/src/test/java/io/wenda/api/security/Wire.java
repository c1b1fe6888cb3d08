package io.wenda.api.security;

import io.wenda.Outside;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Bytes to the application's port as no well-behaved client sends them. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    /** Connects to the application, or to one of its other addresses. */
    static Wire to(Outside outside, String host) {
        try {
            var socket = new Socket(host, outside.at("/").getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            return new Wire(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes back for the bytes until the server closes, or has said nothing for long. */
    static String exchange(Outside outside, String bytes) {
        try (var wire = to(outside, "127.0.0.1")) {
            wire.send(bytes);
            return wire.rest();
        }
    }

    /** The status of the first answer; 0 where there is none. */
    static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    /** Sends; whether the server still listens. */
    boolean send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** All that comes until the server closes. */
    String rest() {
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketTimeoutException | SocketException _) {
            // what came before is the answer
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
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
