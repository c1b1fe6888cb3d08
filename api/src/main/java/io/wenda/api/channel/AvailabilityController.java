package io.wenda.api.channel;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.conversation.Availability;
import io.wenda.conversation.AvailabilityStatus;
import io.wenda.conversation.routing.Availabilities;
import io.wenda.tenant.Caller;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Whether an agent takes conversations. */
@Controller
class AvailabilityController {
    private final Availabilities availabilities;
    private final Once once;

    AvailabilityController(Availabilities availabilities, Once once) {
        this.availabilities = availabilities;
        this.once = once;
    }

    record SetAvailabilityInput(AvailabilityStatus status, @Nullable String reason) {}

    record SetAvailabilityPayload(Availability availability) {}

    @MutationMapping
    SetAvailabilityPayload setAvailability(
            @Argument SetAvailabilityInput input,
            Caller.Member caller,
            DataFetchingEnvironment field) {
        return once.of(
                field,
                () ->
                        new SetAvailabilityPayload(
                                availabilities.set(caller.id(), input.status(), input.reason())),
                _ -> List.of(caller.id().value()),
                _ -> new SetAvailabilityPayload(now(caller)));
    }

    private Availability now(Caller.Member caller) {
        return Objects.requireNonNull(availabilities.of(List.of(caller.id())).get(caller.id()));
    }
}
