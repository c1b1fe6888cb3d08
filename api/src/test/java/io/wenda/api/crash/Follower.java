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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Watches one conversation over server-sent events, and comes back after the last she saw. */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PAUSE_NANOS = 500_000_000;
    private static final String STREAM =
            """
            subscription($c: ID!, $s: Int) {
              conversationUpdates(conversationId: $c, afterSeq: $s) { ... on Message { id seq sender } }
            }
            """;

    /** What she was told of, in this order. */
    record Seen(int seq, String sender, String id) {
        @Override
        public String toString() {
            return seq + " " + sender + " " + id;
        }
    }

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

    /** All messages, in the order in which she was told. */
    List<String> messages() {
        return seen.stream().map(Seen::toString).toList();
    }

    /** What she would be told if she began now, read at once. */
    List<String> stored() {
        return visitor.ask(
                        """
                        query($c: ID!) {
                          conversation(id: $c) { messages(first: 200) { nodes { id seq sender } } }
                        }
                        """,
                        Map.of("c", conversation))
                .only()
                .at("/messages/nodes")
                .valueStream()
                .map(node ->
                        "%d %s %s"
                                .formatted(
                                        node.path("seq").asInt(),
                                        node.path("sender").asString(),
                                        node.path("id").asString()))
                .toList();
    }

    private void follow() {
        while (!ended) {
            try (var lines = HTTP.send(request(), BodyHandlers.ofLines()).body()) {
                lines.takeWhile(_ -> !ended).forEach(this::heard);
            } catch (IOException | UncheckedIOException | JacksonException e) {
                LOG.debug("killed, perhaps in the middle of a line", e);
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS); // many who watch must not come back all the time
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
                seen.add(
                        new Seen(
                                message.path("seq").asInt(),
                                message.path("sender").asString(),
                                message.path("id").asString()));
            }
        }
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
