package io.wenda.knowledge.generation;

import io.wenda.knowledge.generation.Generated.Why;
import io.wenda.tenant.outbound.Outbound;
import io.wenda.tenant.outbound.OutboundFailure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Has the company's model word an answer from passages; what does not hold is not said. */
@Component
public class Generator {
    private static final Logger LOG = LoggerFactory.getLogger(Generator.class);
    private static final int LARGEST = 256 * 1024;

    private final Generations generations;
    private final Outbound outbound;
    private final JsonMapper json;

    Generator(Generations generations, Outbound outbound, JsonMapper json) {
        this.generations = generations;
        this.outbound = outbound;
        this.json = json;
    }

    /**
     * What the model says; it never fails for what the model does.
     *
     * @param version of the company's choice; 0: it has none
     */
    public Generated generate(
            int version, String question, @Nullable String previous, List<Passage> passages) {
        return generations
                .of(version)
                .filter(it -> it.generation().enabled())
                .map(it ->
                        asked(
                                it,
                                Prompt.body(it.generation(), question, previous, passages, json),
                                passages))
                .orElseGet(() -> new Generated.Nothing(Why.OFF));
    }

    private Generated asked(Generations.Chosen chosen, String body, List<Passage> passages) {
        var generation = chosen.generation();
        var total = Duration.ofSeconds(generation.seconds());
        try {
            return outbound.post(
                            URI.create(generation.baseUrl() + "/chat/completions"),
                            Map.of(
                                    "Authorization",
                                    "Bearer " + generations.key(chosen),
                                    "Accept",
                                    "text/event-stream"),
                            body,
                            new Outbound.Limits(total.dividedBy(2), total, LARGEST),
                            reply -> Completion.read(reply, json))
                    .map(text -> Checked.of(text, generation.model(), passages))
                    .orElseGet(() -> new Generated.Nothing(Why.BROKEN));
        } catch (OutboundFailure e) {
            LOG.info("The model is not heard: {}", e.why());
            return new Generated.Nothing(why(e));
        }
    }

    private static Why why(OutboundFailure failure) {
        return switch (failure.why()) {
            case BUSY -> Why.BUSY;
            case CIRCUIT_OPEN -> Why.CIRCUIT_OPEN;
            case ADDRESS_REFUSED, UNREACHABLE -> Why.UNREACHABLE;
            case TIMED_OUT -> Why.TIMED_OUT;
            case TOO_LARGE -> Why.BROKEN;
        };
    }
}
