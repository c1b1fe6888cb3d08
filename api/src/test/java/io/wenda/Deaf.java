package io.wenda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/** A subscriber who subscribes, and then reads nothing of what she gets. */
final class Deaf implements AutoCloseable {
    private static final int RECEIVED_UNREAD = 4096;

    private final Wire wire;

    private Deaf(Outside outside) {
        wire = Wire.narrow(outside, RECEIVED_UNREAD);
    }

    /** Over graphql-transport-ws. */
    static Deaf onSocket(Company.Visitor visitor, String query, Map<String, ?> variables)
            throws IOException {
        var deaf = new Deaf(visitor.outside());
        deaf.wire.send(
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
                        .replace("\n", "\r\n"));
        deaf.wire.until("\r\n\r\n");
        var token = Map.of("Authorization", "Bearer " + visitor.token());
        deaf.frame(Map.of("type", "connection_init", "payload", token));
        deaf.wire.until("connection_ack");
        var payload = Map.of("query", query, "variables", variables);
        deaf.frame(Map.of("id", "1", "type", "subscribe", "payload", payload));
        return deaf;
    }

    /** Over server-sent events. */
    static Deaf onEvents(Company.Visitor visitor, String query, Map<String, ?> variables) {
        var deaf = new Deaf(visitor.outside());
        deaf.wire.subscribe(visitor, query, variables);
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
        wire.send(bytes.toByteArray());
    }

    /** What was on its way to her when she was cut off. */
    long drained() {
        try (wire) {
            return wire.rest().length();
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
