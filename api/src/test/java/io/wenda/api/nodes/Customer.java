package io.wenda.api.nodes;

import io.wenda.Company;
import io.wenda.Socket;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A visitor as the widget makes her: repeats what was not answered, and keeps one stream open,
 * resumed where the one before ended.
 */
final class Customer implements AutoCloseable {
    private static final String SEND =
            """
            mutation($i: SendMessageInput!) {
              sendMessage(input: $i) { message { seq } conversation { id } userErrors { code } }
            }
            """;
    private static final String STREAM =
            """
            subscription($c: ID!, $s: Int) {
              conversationUpdates(conversationId: $c, afterSeq: $s) { ... on Message { seq text } }
            }
            """;

    private final Company.Visitor visitor;
    private final String conversation;
    private final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<Integer> endings = new ArrayList<>();
    private final TreeMap<Integer, String> seen = new TreeMap<>();
    private final List<Integer> twice = new ArrayList<>();
    private @Nullable Socket stream;
    private int read;
    private String clientId = UUID.randomUUID().toString();
    private int said;
    private long lost;
    private long longestGap;

    Customer(Company.Visitor visitor) {
        this.visitor = visitor;
        this.conversation = visitor.says("hello").at("/conversation/id").asString();
    }

    /** One try of one message, and a look at the stream. */
    synchronized void tick() {
        say();
        look();
    }

    private void say() {
        try {
            var text = "line " + said;
            var answer =
                    visitor.ask(
                            SEND, Map.of("i", Map.of("clientMessageId", clientId, "text", text)));
            if (answer.status() == 200 && answer.codes().isEmpty()) {
                acknowledged.put(answer.done().at("/message/seq").asInt(), text);
                clientId = UUID.randomUUID().toString();
                said++;
            } else {
                failures.add(answer.toString());
            }
        } catch (UncheckedIOException | JacksonException e) {
            failures.add(e.toString());
        }
    }

    private void look() {
        var open = stream;
        if (open == null) {
            connect();
            return;
        }
        var events = open.events();
        events.subList(read, events.size()).forEach(this::saw);
        read = events.size();
        open.closed()
                .ifPresent(code -> {
                    endings.add(code);
                    lost = System.nanoTime();
                    stream = null;
                    connect();
                });
    }

    private void connect() {
        try {
            read = 0;
            var after = seen.isEmpty() ? 0 : seen.lastKey();
            stream =
                    Socket.subscribe(
                            visitor.outside(),
                            visitor.token(),
                            Company.PAGE,
                            STREAM,
                            Map.of("c", conversation, "s", after));
            if (lost != 0) {
                longestGap = Math.max(longestGap, System.nanoTime() - lost);
            }
        } catch (CompletionException e) {
            endings.add(0);
        }
    }

    private void saw(JsonNode event) {
        if (event.has("seq")) {
            var before = seen.put(event.path("seq").asInt(), event.path("text").asString());
            if (before != null) {
                twice.add(event.path("seq").asInt());
            }
        }
    }

    /** Whether everything that was acknowledged was streamed to her. */
    synchronized boolean hasSeenAll() {
        look();
        return seen.entrySet().containsAll(acknowledged.entrySet());
    }

    /** What she subscribes to, as the body of a request. */
    String subscription() {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("query", STREAM, "variables", Map.of("c", conversation, "s", 0)));
    }

    String token() {
        return visitor.token();
    }

    synchronized int acknowledged() {
        return acknowledged.size();
    }

    /** Requests that were not answered as they should. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** The codes that her streams ended with; 0: one that did not open. */
    synchronized List<Integer> endings() {
        return List.copyOf(endings);
    }

    synchronized List<Integer> seenSeqs() {
        return List.copyOf(seen.keySet());
    }

    synchronized List<Integer> seenTwice() {
        return List.copyOf(twice);
    }

    /** The longest time from a stream's end to the next one's subscription. */
    synchronized Duration longestGap() {
        return Duration.ofNanos(longestGap);
    }

    @Override
    public synchronized void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
