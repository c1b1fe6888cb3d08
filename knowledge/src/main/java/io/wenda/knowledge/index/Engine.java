package io.wenda.knowledge.index;

import io.wenda.tenant.engine.EngineSpans;
import io.wenda.tenant.engine.EngineTrouble;
import io.wenda.tenant.engine.EngineTrouble.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.ErrorCause;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.transport.httpclient5.ResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The search engine, and what of its faults may pass. */
final class Engine {
    static final String NAME = "opensearch";
    private static final int BAD_REQUEST = 400;
    private static final int MISSING = 404;

    /** A circuit breaker of its memory, or a queue that is full. */
    private static final int TOO_MANY = 429;

    /** Bytes of a disk; less is full. */
    private static final long LEAST_ROOM = 50 << 20;

    /** An index that the flood stage of a disk made read-only. */
    private static final String FLOOD = "read-only / allow delete";

    /** Of the cluster's state, or of who may ask: whoever runs it mends them. */
    private static final Set<Integer> PASSING = Set.of(401, 403, MISSING, 408, 429);

    /** An index that an operator closed, which takes everything again when it is opened. */
    private static final String CLOSED = "index_closed_exception";

    private static final int MOST_REASON = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OpenSearchClient client;
    private final EngineSpans spans;

    /**
     * @param client has the patience that the work needs
     */
    Engine(OpenSearchClient client, EngineSpans spans) {
        this.client = client;
        this.spans = spans;
    }

    interface Call<T> {
        T answer() throws IOException;
    }

    record Answer(int status, JsonNode body) {
        boolean isMissing() {
            return status == MISSING;
        }

        /** The answer, where it is one. */
        JsonNode good(String what) throws IOException {
            if (status < BAD_REQUEST) {
                return body;
            }
            var reason = "Could not " + what + ": " + body;
            if (mayPass(status, body.at("/error/type").asString(""))) {
                throw new IOException(reason);
            }
            throw new IndexRefused(reason);
        }
    }

    /**
     * Where it has no room or memory, or writes nothing any more because its disk was nearly full.
     */
    void refuseTrouble() throws IOException, EngineTrouble {
        var available = "nodes.*.fs.total.available_in_bytes";
        // a node of it may hang
        var disks = looked("/_nodes/stats/fs", Map.of("filter_path", available, "timeout", "1s"));
        for (var node : disks.path("nodes")) {
            if (node.at("/fs/total/available_in_bytes").asLong(LEAST_ROOM) < LEAST_ROOM) {
                throw new EngineTrouble(Kind.DISK_FULL);
            }
        }
        var blocks = looked("/_cluster/state/blocks", Map.of("filter_path", "blocks.indices"));
        if (blocks.toString().contains(FLOOD)) {
            throw new EngineTrouble(Kind.DISK_FULL);
        }
    }

    /** Nothing where we may not look. */
    private JsonNode looked(String address, Map<String, String> parameters)
            throws IOException, EngineTrouble {
        var answer = send(Requests.create("GET", address, List.of(), parameters, null));
        if (answer.status() == TOO_MANY) {
            throw new EngineTrouble(Kind.OUT_OF_MEMORY);
        }
        return answer.status() < BAD_REQUEST
                ? answer.body()
                : JsonNodeFactory.instance.objectNode();
    }

    <T> T reach(String what, Call<T> call) {
        return spans.call(NAME, what, () -> reached(what, call));
    }

    private static <T> T reached(String what, Call<T> call) {
        try {
            return call.answer();
        } catch (ResponseException e) {
            // without the engine's words: of a body that is too large for it, say
            if (e.status() < BAD_REQUEST || mayPass(e.status(), null)) {
                throw new IndexUnavailable("Could not " + what, e);
            }
            throw new IndexRefused("Could not " + what + ": HTTP " + e.status());
        } catch (IOException e) {
            throw new IndexUnavailable("Could not " + what, e);
        } catch (OpenSearchException e) {
            if (e.status() < BAD_REQUEST || mayPass(e.status(), e.error().type())) {
                throw new IndexUnavailable("Could not " + what, e);
            }
            throw new IndexRefused("Could not " + what + ": " + reason(e.error()));
        }
    }

    /** Whether the same request may succeed later, though nobody changes it. */
    static boolean mayPass(int status, @Nullable String type) {
        return status >= 500 || PASSING.contains(status) || CLOSED.equals(type);
    }

    /** Why, in the engine's words, as far as its causes tell. */
    static String reason(ErrorCause error) {
        var reasons = new LinkedHashSet<String>();
        for (var cause = error; cause != null; cause = next(cause)) {
            reasons.add(Objects.requireNonNullElse(cause.reason(), cause.type()));
        }
        var all = String.join(": ", reasons);
        return all.length() > MOST_REASON ? all.substring(0, MOST_REASON) + "…" : all;
    }

    private static @Nullable ErrorCause next(ErrorCause cause) {
        var inner = cause.causedBy();
        return inner == null ? cause.rootCause().stream().findFirst().orElse(null) : inner;
    }

    Answer send(String method, String address) throws IOException {
        return send(Requests.create(method, address, List.of(), Map.of(), null));
    }

    Answer send(String method, String address, JsonNode json) throws IOException {
        var bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        var body = Objects.requireNonNull(Body.from(bytes, "application/json"));
        return send(Requests.create(method, address, List.of(), Map.of(), body));
    }

    private Answer send(Request request) throws IOException {
        try (var response = client.generic().execute(request)) {
            var body = response.getBody().map(Body::bodyAsString).orElse("");
            return new Answer(response.getStatus(), json(body));
        }
    }

    private static JsonNode json(String body) {
        return body.startsWith("{") || body.startsWith("[")
                ? JSON.readTree(body)
                : JsonNodeFactory.instance.stringNode(body);
    }
}
