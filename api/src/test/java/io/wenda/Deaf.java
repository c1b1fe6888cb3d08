package io.wenda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;

/** A subscriber who subscribes, and then reads nothing of what she gets. */
final class Deaf implements AutoCloseable {
    private static final int RECEIVED_UNREAD = 4096;

    private final Socket socket;

    private Deaf(URI address) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(RECEIVED_UNREAD);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    }

    /** Over graphql-transport-ws. */
    static Deaf onSocket(Company.Visitor visitor, String query, Map<String, ?> variables)
            throws IOException {
        var deaf = new Deaf(visitor.outside().at("/graphql"));
        deaf.write(
                """
                GET /graphql HTTP/1.1
                Host: localhost
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Protocol: graphql-transport-ws
                Origin: %s

                """
                        .formatted(Company.PAGE)
                        .replace("\n", "\r\n")
                        .getBytes(ISO_8859_1));
        deaf.readUntil("\r\n\r\n");
        var token = Map.of("Authorization", "Bearer " + visitor.token());
        deaf.frame(Map.of("type", "connection_init", "payload", token));
        deaf.readUntil("connection_ack");
        var payload = Map.of("query", query, "variables", variables);
        deaf.frame(Map.of("id", "1", "type", "subscribe", "payload", payload));
        return deaf;
    }

    /** Over server-sent events. */
    static Deaf onEvents(Company.Visitor visitor, String query, Map<String, ?> variables)
            throws IOException {
        var deaf = new Deaf(visitor.outside().at("/graphql"));
        var body = Outside.JSON.writeValueAsBytes(Map.of("query", query, "variables", variables));
        deaf.write(
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
                        .replace("\n", "\r\n")
                        .getBytes(ISO_8859_1));
        deaf.write(body);
        return deaf;
    }

    /** One text frame, masked by zeros. */
    private void frame(Map<String, ?> message) throws IOException {
        var text = Outside.JSON.writeValueAsString(message).getBytes(UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var frame = new DataOutputStream(bytes)) {
            frame.writeByte(0x81);
            frame.writeByte(0x80 | 126);
            frame.writeShort(text.length);
            frame.writeInt(0);
            frame.write(text);
        }
        write(bytes.toByteArray());
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    private void readUntil(String end) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after " + read);
            }
            read.append((char) next);
        }
    }

    /** What was on its way to her when she was cut off. */
    long drained() {
        var bytes = 0L;
        try (socket) {
            socket.setSoTimeout(20_000);
            var part = new byte[1 << 16];
            for (var n = 0; n >= 0; n = socket.getInputStream().read(part)) {
                bytes += n;
            }
        } catch (IOException e) {
            // cut off without an end in order
            return bytes;
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
