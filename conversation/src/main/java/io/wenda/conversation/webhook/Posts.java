package io.wenda.conversation.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenda.conversation.webhook.Heard.Failure;
import io.wenda.tenant.outbound.Outbound;
import io.wenda.tenant.outbound.OutboundFailure;
import io.wenda.tenant.outbound.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends a question on its way, and takes back what is short and soon enough. */
@Component
class Posts {
    private static final int LARGEST = 64 * 1024;

    private final Outbound outbound;
    private final Outbound.Limits limits;

    Posts(Outbound outbound, WebhookSettings settings) {
        this.outbound = outbound;
        this.limits = new Outbound.Limits(settings.timeout(), settings.timeout(), LARGEST);
    }

    /** What came of it. */
    sealed interface Outcome {}

    /** The body of a 2xx. */
    record Came(String body) implements Outcome {}

    record Failed(Failure why) implements Outcome {}

    Outcome send(String url, Map<String, String> headers, String body) {
        try {
            return outbound.post(URI.create(url), headers, body, limits, Posts::read);
        } catch (OutboundFailure e) {
            return new Failed(
                    switch (e.why()) {
                        case BUSY -> Failure.BUSY;
                        case CIRCUIT_OPEN -> Failure.CIRCUIT_OPEN;
                        case ADDRESS_REFUSED -> Failure.ADDRESS_REFUSED;
                        case UNREACHABLE -> Failure.UNREACHABLE;
                        case TIMED_OUT -> Failure.TIMED_OUT;
                        case TOO_LARGE -> Failure.TOO_LARGE;
                    });
        }
    }

    private static Outcome read(Reply reply) throws IOException {
        return reply.status() / 100 == 2
                ? new Came(new String(reply.body().readAllBytes(), UTF_8))
                : new Failed(Failure.STATUS);
    }
}
