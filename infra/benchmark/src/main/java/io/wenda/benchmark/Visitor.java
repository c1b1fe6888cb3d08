package io.wenda.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who writes into one conversation, and remembers what was acknowledged. */
final class Visitor {
    /** What is written where it does not matter. */
    static final String TEXT =
            "The parcel that I ordered on Monday has not arrived; can you see where it is now?";

    private static final String SEQ = "\"seq\":";
    private static final String ID = "@ID@";

    private final int port;
    private final Map<String, String> headers;
    private final String conversation;
    private final String name;
    private final String before;
    private final String after;
    private final BitSet acknowledged = new BitSet();
    private int written;

    /**
     * @param headers that make her known
     * @param query a mutation with one variable {@code i}
     * @param text of all her messages
     */
    Visitor(int port, Map<String, String> headers, String conversation, String query, String text) {
        this.port = port;
        this.headers = headers;
        this.conversation = conversation;
        this.name = UUID.randomUUID().toString();
        var input = Map.of("conversationId", conversation, "clientMessageId", ID, "text", text);
        var body =
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of("query", query, "variables", Map.of("i", input)));
        this.before = body.substring(0, body.indexOf(ID));
        this.after = body.substring(body.indexOf(ID) + ID.length());
    }

    Line connect() {
        return new Line(port, headers);
    }

    String conversation() {
        return conversation;
    }

    String name() {
        return name;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The client's id of her next message. */
    synchronized String next() {
        return name + "-" + written++;
    }

    /** Writes the message of that id, after those that she writes already; its number. */
    synchronized int write(Line line, String id) {
        var answer = line.ask((before + id + after).getBytes(StandardCharsets.UTF_8));
        if (!answer.contains(SEQ)) {
            throw new IllegalStateException(answer);
        }
        acknowledged.set(Integer.parseInt(id.substring(name.length() + 1)));
        return number(answer);
    }

    /** The number of the message that the answer or event tells of; zero where it tells of none. */
    static int number(String json) {
        var begin = json.indexOf(SEQ) + SEQ.length();
        var end = begin;
        while (end < json.length() && Character.isDigit(json.charAt(end))) {
            end++;
        }
        return begin < SEQ.length() ? 0 : Integer.parseInt(json.substring(begin, end));
    }

    /** How many acknowledged messages are not among the stored. */
    int lost(BitSet stored) {
        var lacking = (BitSet) acknowledged.clone();
        lacking.andNot(stored);
        return lacking.cardinality();
    }
}
