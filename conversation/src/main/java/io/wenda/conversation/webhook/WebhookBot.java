package io.wenda.conversation.webhook;

import io.wenda.conversation.webhook.Heard.Failure;
import io.wenda.tenant.privacy.Masking;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the bots that companies brought: one POST for each question, signed by Standard Webhooks,
 * within a time. Never throws for what they do.
 */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
public class WebhookBot {
    private static final String TYPE = "question.asked";

    private final Webhooks webhooks;
    private final Signatures signatures;
    private final Replies replies;
    private final Posts posts;
    private final WorldIds ids;
    private final JsonMapper json;
    private final Clock clock;

    WebhookBot(
            Webhooks webhooks,
            Signatures signatures,
            Replies replies,
            Posts posts,
            WorldIds ids,
            JsonMapper json,
            Clock clock) {
        this.webhooks = webhooks;
        this.signatures = signatures;
        this.replies = replies;
        this.posts = posts;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    /** What the channel's webhook says; nobody is asked inside of a transaction. */
    public Heard ask(Asked question) {
        return webhooks.called(question.channel())
                .map(called -> heard(called, question))
                .orElseGet(() -> new Heard.Nothing(Failure.UNREACHABLE));
    }

    private Heard heard(Webhooks.Called called, Asked question) {
        var now = clock.instant();
        var id = ids.of(question.message());
        var body = json.writeValueAsString(body(question, called.masked(), now));
        var second = now.getEpochSecond();
        var headers =
                Map.of(
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(second),
                        "webhook-signature",
                        signatures.of(called.secrets(), id, second, body));
        return switch (posts.send(called.url(), headers, body)) {
            case Posts.Came(var text) -> replies.read(text);
            case Posts.Failed(var why) -> new Heard.Nothing(why);
        };
    }

    private Map<String, @Nullable Object> body(Asked question, boolean masked, Instant now) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("conversationId", ids.of(question.conversation()));
        data.put("messageId", ids.of(question.message()));
        data.put("channelId", ids.of(question.channel()));
        data.put("locale", question.locale());
        data.put("question", shown(question.text(), masked));
        var previous = question.previous();
        data.put("previousQuestion", previous == null ? null : shown(previous, masked));
        data.put("masked", masked);
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", TYPE);
        body.put("timestamp", now.toString());
        body.put("data", data);
        return body;
    }

    private static String shown(String text, boolean masked) {
        return masked ? Masking.mask(text) : text;
    }
}
