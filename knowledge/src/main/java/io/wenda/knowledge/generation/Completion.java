package io.wenda.knowledge.generation;

import io.wenda.tenant.outbound.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the event stream of {@code chat/completions}. */
final class Completion {
    private static final int OK = 200;
    private static final String DATA = "data:";
    private static final String DONE = "[DONE]";

    private final JsonMapper json;
    private final StringBuilder text = new StringBuilder();
    private @Nullable String finish;
    private boolean broken;

    private Completion(JsonMapper json) {
        this.json = json;
    }

    /** The whole text; nothing where it is cut short, refused, or of another protocol. */
    static Optional<String> read(Reply reply, JsonMapper json) throws IOException {
        if (reply.status() != OK) {
            return Optional.empty();
        }
        var lines = new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8));
        return new Completion(json).read(lines, reply);
    }

    private Optional<String> read(BufferedReader lines, Reply reply) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith(DATA)) {
                continue;
            }
            var data = line.substring(DATA.length()).strip();
            if (data.equals(DONE)) {
                break;
            }
            event(data);
            if (broken) {
                return Optional.empty();
            }
            if (!text.isEmpty()) {
                reply.began();
            }
        }
        return "stop".equals(finish) ? Optional.of(text.toString()) : Optional.empty();
    }

    private void event(String data) {
        JsonNode event;
        try {
            event = json.readTree(data);
        } catch (JacksonException _) {
            broken = true;
            return;
        }
        broken = !event.isObject() || event.hasNonNull("error");
        var choice = event.at("/choices/0");
        text.append(choice.at("/delta/content").asString(""));
        if (choice.hasNonNull("finish_reason")) {
            finish = choice.path("finish_reason").asString("");
        }
    }
}
