package io.wenda.api.crash;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Every message that the application said it has. */
final class Acknowledged {
    private static final String SEND =
            """
            mutation($i: SendMessageInput!) {
              sendMessage(input: $i) { message { id seq } conversation { id } userErrors { code message } }
            }
            """;

    private final Map<UUID, Receipt> receipts = new ConcurrentHashMap<>();
    private final Wire wire;

    Acknowledged(Wire wire) {
        this.wire = wire;
    }

    /** What was acknowledged, and with which number in which conversation. */
    record Receipt(String message, String conversation, int seq, String text) {}

    /** The sending of a message, which has one answer however often it is done. */
    Actor.Act sending(String text, Map<String, String> where, Consumer<Receipt> then) {
        var id = UUID.randomUUID();
        var input = new ConcurrentHashMap<>(where);
        input.put("clientMessageId", id.toString());
        input.put("text", text);
        return Actor.Act.of(SEND, input, payload -> then.accept(received(id, text, payload)));
    }

    /** What was sent by another way. */
    void received(String text, JsonNode payload) {
        received(UUID.randomUUID(), text, payload);
    }

    private Receipt received(UUID id, String text, JsonNode payload) {
        var receipt =
                new Receipt(
                        payload.at("/message/id").asString(),
                        payload.at("/conversation/id").asString(),
                        payload.at("/message/seq").asInt(),
                        text);
        var first = receipts.putIfAbsent(id, receipt);
        if (first != null && !first.equals(receipt)) {
            wire.surprise("a repeat of " + first + " became " + receipt);
        }
        return receipt;
    }

    int count() {
        return receipts.size();
    }

    /** By the ids of the messages. */
    Map<String, Receipt> byMessage() {
        var all = new ConcurrentHashMap<String, Receipt>();
        for (var receipt : receipts.values()) {
            var other = all.put(receipt.message(), receipt);
            if (other != null) {
                wire.surprise(other + " and " + receipt + " are one message");
            }
        }
        return all;
    }
}
