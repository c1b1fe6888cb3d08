package io.wenda.api.crash;

import io.wenda.Company;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Watches one conversation over server-sent events, and comes back after the last she saw. */
final class Follower implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PAUSE_NANOS = 200_000_000;
    private static final String STREAM =
            """
            subscription($c: ID!, $s: Int) {
              conversationUpdates(conversationId: $c, afterSeq: $s) { ... on Message { id seq } }
            }
            """;

    /** What she was told of, in this order. */
    record Seen(String id, int seq) {}

    private final Company.Visitor visitor;
    private final String conversation;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean ended;

    Follower(Company.Visitor visitor, String conversation) {
        this.visitor = visitor;
        this.conversation = conversation;
        thread = Thread.ofVirtual().start(this::follow);
    }

    String conversation() {
        return conversation;
    }

    /** The ids of all messages, in the order in which she was told. */
    List<String> messages() {
        return seen.stream().map(Seen::id).toList();
    }

    private void follow() {
        while (!ended) {
            try (var lines = HTTP.send(request(), BodyHandlers.ofLines()).body()) {
                lines.takeWhile(_ -> !ended).forEach(this::heard);
            } catch (IOException | UncheckedIOException e) {
                LockSupport.parkNanos(PAUSE_NANOS); // it is being started again
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private HttpRequest request() {
        var after = seen.isEmpty() ? 0 : seen.getLast().seq();
        var variables = Map.of("c", conversation, "s", after);
        var body = Map.of("query", STREAM, "variables", variables);
        return HttpRequest.newBuilder(visitor.outside().at("/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .header("Origin", Company.PAGE)
                .header("Authorization", "Bearer " + visitor.token())
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build();
    }

    private void heard(String line) {
        if (line.startsWith("data:{")) {
            var told = JsonMapper.shared().readTree(line.substring("data:".length()));
            var message = told.at("/data/conversationUpdates");
            if (message.has("seq")) {
                seen.add(new Seen(message.path("id").asString(), message.path("seq").asInt()));
            }
        }
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
