package io.wenda.knowledge.index;

import io.wenda.tenant.engine.EngineSpans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The search engine, and what of its faults may pass. */
final class Engine {
    static final String NAME = "opensearch";
    private static final int BAD_REQUEST = 400;
    private static final int MISSING = 404;
    private static final int TOO_MANY = 429;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OpenSearchClient writer;
    private final EngineSpans spans;

    /**
     * @param writer has the patience that writing needs
     */
    Engine(OpenSearchClient writer, EngineSpans spans) {
        this.writer = writer;
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
            if (status >= BAD_REQUEST) {
                throw new IOException("Could not " + what + ": " + body);
            }
            return body;
        }
    }

    <T> T reach(String what, Call<T> call) {
        return spans.call(NAME, what, () -> reached(what, call));
    }

    private static <T> T reached(String what, Call<T> call) {
        try {
            return call.answer();
        } catch (IOException e) {
            throw new IndexUnavailable("Could not " + what, e);
        } catch (OpenSearchException e) {
            if (e.status() >= BAD_REQUEST && !mayPass(e.status())) {
                throw e;
            }
            throw new IndexUnavailable("Could not " + what, e);
        }
    }

    /** Whether the same request may succeed later. */
    static boolean mayPass(int status) {
        return status >= 500 || status == MISSING || status == TOO_MANY;
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
        try (var response = writer.generic().execute(request)) {
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
