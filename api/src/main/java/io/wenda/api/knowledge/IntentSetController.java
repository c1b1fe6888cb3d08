package io.wenda.api.knowledge;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.knowledge.flow.Connectors;
import io.wenda.knowledge.intent.Intent;
import io.wenda.knowledge.intent.IntentReader;
import io.wenda.knowledge.intent.IntentTraining;
import io.wenda.knowledge.intent.Intents;
import io.wenda.tenant.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Shows what customers want done, and from when on it is believed. */
@Controller
class IntentSetController {
    private final Intents intents;
    private final IntentReader reader;
    private final ObjectProvider<Connectors> connectors;
    private final Once once;

    IntentSetController(
            Intents intents,
            IntentReader reader,
            ObjectProvider<Connectors> connectors,
            Once once) {
        this.intents = intents;
        this.reader = reader;
        this.connectors = connectors;
        this.once = once;
    }

    record IntentSet(
            List<Intent> intents,
            List<IntentTraining> trainings,
            double threshold,
            List<String> connectors) {}

    record IntentHistory(Intent intent, List<Intent> versions) {}

    record SetIntentThresholdInput(double threshold) {}

    record IntentSetPayload(IntentSet intentSet) {}

    @QueryMapping
    IntentSet intents() {
        return new IntentSet(
                reader.all(),
                reader.trainings(),
                reader.standing().threshold(),
                connectors.stream().flatMap(it -> it.names().stream()).sorted().toList());
    }

    @QueryMapping
    @Nullable IntentHistory intent(@Argument String name) {
        var versions = reader.versions(name);
        return versions.isEmpty() ? null : new IntentHistory(versions.getFirst(), versions);
    }

    @MutationMapping
    IntentSetPayload setIntentThreshold(
            @Argument SetIntentThresholdInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> {
                    intents.setThreshold(caller, input.threshold());
                    return new IntentSetPayload(intents());
                },
                _ -> List.<UUID>of(),
                _ -> new IntentSetPayload(intents()));
    }
}
