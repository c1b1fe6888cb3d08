package io.wenda.conversation.flow;

import io.wenda.conversation.FlowRun;
import io.wenda.conversation.flow.FlowTurn.Ending;
import io.wenda.knowledge.flow.Connectors;
import io.wenda.knowledge.flow.Flow;
import io.wenda.knowledge.flow.SlotReader;
import io.wenda.knowledge.flow.Step;
import io.wenda.knowledge.flow.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A flow's steps from where it stands until it needs the customer, or ends. */
final class Walk {
    private final Flow flow;
    private final FlowQuestion question;
    private final Calls calls;
    private final int turn;
    private final Map<String, String> slots = new LinkedHashMap<>();
    private final Map<String, String> fields;
    private final List<String> said = new ArrayList<>();
    private final List<FlowMark> path = new ArrayList<>();
    private @Nullable String ticket;
    private int step;

    Walk(Flow flow, FlowRun run, FlowQuestion question, Calls calls) {
        this.flow = flow;
        this.question = question;
        this.calls = calls;
        this.turn = run.turn();
        this.step = run.step();
        this.fields = new HashMap<>(run.fields());
        run.slots().forEach(it -> slots.put(it.name(), it.value()));
    }

    /** She was asked for it and told. */
    Walk told(String slot, String value) {
        slots.put(slot, value);
        return this;
    }

    /** Takes up what she told unasked. */
    Walk listen() {
        for (var slot : flow.slots()) {
            if (!slots.containsKey(slot.name())) {
                SlotReader.told(slot, question.text(), question.today())
                        .ifPresent(value -> slots.put(slot.name(), value));
            }
        }
        return this;
    }

    FlowTurn go() {
        while (step < flow.steps().size()) {
            var next = flow.steps().get(step);
            var ending =
                    switch (next.kind()) {
                        case ASK -> ask(next);
                        case CALL -> call(next);
                        case ANSWER -> answer(next);
                        case OPEN_TICKET -> openTicket(next);
                        case HAND_OVER -> Ending.HANDS_OVER;
                    };
            if (ending != null) {
                return turn(ending, 0);
            }
            step++;
        }
        return turn(flow.steps().isEmpty() ? Ending.HANDS_OVER : Ending.DONE, 0);
    }

    /** Asks once more for what was not understood. */
    FlowTurn again(int misses) {
        path.add(FlowMark.SLOT_ASKED_AGAIN);
        said.add(prompt(flow.steps().get(step)));
        return turn(Ending.ASKS, misses);
    }

    /** A person goes on; the mark says why. */
    FlowTurn giveUp(FlowMark why) {
        path.add(why);
        return turn(Ending.HANDS_OVER, 0);
    }

    /** Nothing more is done. */
    FlowTurn cancel() {
        path.add(FlowMark.FLOW_CANCELLED);
        return turn(Ending.CALLED_OFF, 0);
    }

    private FlowTurn turn(Ending ending, int misses) {
        var asks = ending == Ending.ASKS;
        var values =
                slots.entrySet().stream()
                        .map(it -> new FlowRun.SlotValue(it.getKey(), it.getValue()))
                        .toList();
        return new FlowTurn(
                ending,
                said,
                asks ? flow.slot(slotOf(flow.steps().get(step))).choices() : List.of(),
                ticket,
                new FlowRun(turn, step, misses, values, fields, asks),
                path);
    }

    private static String slotOf(Step step) {
        return Objects.requireNonNull(step.slot());
    }

    private String prompt(Step step) {
        return flow.slot(slotOf(step)).prompt().in(question.locale());
    }

    private @Nullable Ending ask(Step step) {
        if (slots.containsKey(slotOf(step))) {
            return null;
        }
        path.add(FlowMark.SLOT_ASKED);
        said.add(prompt(step));
        return Ending.ASKS;
    }

    private @Nullable Ending call(Step step) {
        var connector = Objects.requireNonNull(step.connector());
        var key = question.key() + ":" + this.step;
        var called = calls.call(new Connectors.Call(connector, key, question.contact(), slots));
        path.add(called.mark());
        if (called.mark() != FlowMark.CONNECTOR_CALLED) {
            return Ending.HANDS_OVER;
        }
        called.fields().forEach((name, value) -> fields.put(connector + "." + name, value));
        return null;
    }

    private @Nullable Ending answer(Step step) {
        var text = filled(step);
        if (text == null) {
            return Ending.HANDS_OVER;
        }
        said.add(text);
        path.add(FlowMark.FLOW_ANSWERED);
        return null;
    }

    private @Nullable Ending openTicket(Step step) {
        var subject = filled(step);
        if (subject == null) {
            return Ending.HANDS_OVER;
        }
        ticket = subject;
        path.add(FlowMark.TICKET_OPENED);
        return null;
    }

    private @Nullable String filled(Step step) {
        var text = Objects.requireNonNull(step.text()).in(question.locale());
        var filled = Template.fill(text, values()).filter(it -> !it.isBlank()).orElse(null);
        if (filled == null) {
            path.add(FlowMark.FIELD_MISSING);
        }
        return filled;
    }

    private Map<String, String> values() {
        var values = new HashMap<>(fields);
        values.putAll(slots);
        return values;
    }
}
