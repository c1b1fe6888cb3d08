package io.wenda.api.knowledge;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.trial.Change;
import io.wenda.knowledge.trial.Gate;
import io.wenda.knowledge.trial.GateRule;
import io.wenda.knowledge.trial.GateState;
import io.wenda.tenant.Caller;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** What a company asks of a change before it goes out, and what the gate says to one. */
@Controller
class GateController {
    private final Gate gate;
    private final Once once;

    GateController(Gate gate, Once once) {
        this.gate = gate;
        this.once = once;
    }

    record ChooseReplayGateInput(@Nullable Integer worseLimit, int customerQuestions) {}

    record ReplayGatePayload(GateRule gate) {}

    record GateVerdict(GateState state, @Nullable KnowledgeTrial replay) {}

    @QueryMapping
    GateRule replayGate() {
        return gate.rule();
    }

    @QueryMapping
    Optional<GateVerdict> gateVerdict(
            @Argument EntryId entryId, @Argument @Nullable Integer version) {
        return gate.verdictOn(new Change(entryId, version))
                .map(it ->
                        new GateVerdict(
                                it.state(),
                                Optional.ofNullable(it.replay())
                                        .map(KnowledgeTrial::of)
                                        .orElse(null)));
    }

    @MutationMapping
    ReplayGatePayload chooseReplayGate(
            @Argument ChooseReplayGateInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () ->
                        new ReplayGatePayload(
                                gate.choose(
                                        caller,
                                        new GateRule(
                                                input.worseLimit(), input.customerQuestions()))),
                _ -> List.of(caller.tenant().value()),
                _ -> new ReplayGatePayload(gate.rule()));
    }
}
