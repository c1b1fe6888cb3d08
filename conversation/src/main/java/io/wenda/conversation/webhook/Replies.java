package io.wenda.conversation.webhook;

import io.wenda.knowledge.entry.SafeMarkdown;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a company's bot replies: exactly one of {@code answer}, {@code choices} and {@code
 * handover}, and perhaps a {@code confidence} from 0 to 1. Nothing of it is believed unread.
 */
@Component
class Replies {
    private static final int LONGEST_ANSWER = 8_000;
    private static final int LONGEST_CHOICE = 200;
    private static final int MOST_CHOICES = 6;

    private final JsonMapper json;

    Replies(JsonMapper json) {
        this.json = json;
    }

    /** What it says; nothing, where it says anything else. */
    Heard read(String body) {
        try {
            return read(json.readTree(body));
        } catch (JacksonException | Refusal.Invalid _) {
            return new Heard.Nothing(Heard.Failure.BAD_REPLY);
        }
    }

    private static Heard read(JsonNode reply) {
        var shapes = List.of("answer", "choices", "handover").stream().filter(reply::has).toList();
        if (shapes.size() != 1) {
            throw unknown("one of answer, choices and handover");
        }
        return switch (shapes.getFirst()) {
            case "answer" -> new Heard.Answer(markdown(reply.get("answer")), confidence(reply, 1));
            case "choices" -> choices(reply);
            default -> handover(reply);
        };
    }

    private static Heard choices(JsonNode reply) {
        var listed = reply.get("choices");
        if (!listed.isArray() || listed.isEmpty() || listed.size() > MOST_CHOICES) {
            throw unknown("1 to 6 choices");
        }
        var choices =
                listed.valueStream()
                        .map(choice -> Text.line(text(choice), LONGEST_CHOICE, "choices"))
                        .distinct()
                        .toList();
        var text = reply.get("text");
        return new Heard.Choices(
                text == null || text.isNull() ? null : markdown(text),
                choices,
                confidence(reply, 0));
    }

    private static Heard handover(JsonNode reply) {
        if (!reply.get("handover").isBoolean() || !reply.get("handover").booleanValue()) {
            throw unknown("handover: true");
        }
        return new Heard.Handover(confidence(reply, 0));
    }

    private static String markdown(JsonNode value) {
        var written = Text.text(text(value), LONGEST_ANSWER, "answer");
        return Text.text(SafeMarkdown.of(written), LONGEST_ANSWER, "answer");
    }

    private static String text(JsonNode value) {
        if (!value.isString()) {
            throw unknown("a text");
        }
        return value.stringValue();
    }

    private static double confidence(JsonNode reply, double otherwise) {
        JsonNode value = reply.get("confidence");
        if (value == null || value.isNull()) {
            return otherwise;
        }
        var confidence = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(confidence >= 0 && confidence <= 1)) {
            throw unknown("a confidence from 0 to 1");
        }
        return confidence;
    }

    private static Refusal.Invalid unknown(String expected) {
        return new Refusal.Invalid("expected " + expected);
    }
}
