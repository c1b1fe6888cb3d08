package io.wenda.conversation.flow;

import io.wenda.conversation.FlowRun;
import io.wenda.conversation.flow.FlowTurn.Ending;
import io.wenda.knowledge.flow.Connectors;
import io.wenda.knowledge.flow.Flow;
import io.wenda.knowledge.flow.SlotReader;
import io.wenda.knowledge.flow.Step;
import io.wenda.knowledge.flow.Template;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The steps of one turn: from where a flow stands until it needs the customer, or ends. */
final class FlowSteps {
    /** As many characters may the texts of a turn have: a message may have few more. */
    static final int LONGEST = 7_500;

    private static final int BETWEEN_PARAGRAPHS = 2;

    private final Flow flow;
    private final FlowMessage message;
    private final Calls calls;
    private final int turn;
    private final int misses;
    private final Map<String, String> slots = new LinkedHashMap<>();
    private final Map<String, String> fields;
    private final List<String> said = new ArrayList<>();
    private final List<FlowMark> path = new ArrayList<>();
    private @Nullable String ticket;
    private int step;

    FlowSteps(Flow flow, FlowRun run, FlowMessage message, Calls calls) {
        this.flow = flow;
        this.message = message;
        this.calls = calls;
        this.turn = run.turn();
        this.misses = run.misses();
        this.step = run.step();
        this.fields = new HashMap<>(run.fields());
        run.slots().forEach(it -> slots.put(it.name(), it.value()));
    }

    FlowSteps fill(String slot, String value) {
        slots.put(slot, value);
        return this;
    }

    /** From what the message says unasked. */
    FlowSteps fillUnasked(LocalDate today) {
        for (var slot : flow.slots()) {
            if (!slots.containsKey(slot.name())) {
                SlotReader.unasked(slot, message.text(), today)
                        .ifPresent(value -> fill(slot.name(), value));
            }
        }
        return this;
    }

    FlowTurn take() {
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

    /** For what was not understood. */
    FlowTurn askAgain() {
        path.add(FlowMark.SLOT_ASKED_AGAIN);
        said.add(prompt(flow.steps().get(step)));
        return turn(Ending.ASKS, misses + 1);
    }

    /** A person goes on. */
    FlowTurn notUnderstood() {
        path.add(FlowMark.SLOT_NOT_UNDERSTOOD);
        return turn(Ending.HANDS_OVER, 0);
    }

    /** The bot keeps out of what the message says: a person goes on. */
    FlowTurn keptOut() {
        path.add(FlowMark.SENSITIVE_QUESTION);
        return turn(Ending.HANDS_OVER, 0);
    }

    /** No step is taken. */
    FlowTurn calledOff() {
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
        return flow.slot(slotOf(step)).prompt().in(message.locale());
    }

    private @Nullable Ending ask(Step step) {
        if (slots.containsKey(slotOf(step))) {
            return null;
        }
        return say(prompt(step), FlowMark.SLOT_ASKED) ? Ending.ASKS : Ending.HANDS_OVER;
    }

    private @Nullable Ending call(Step step) {
        var connector = Objects.requireNonNull(step.connector());
        var key = message.key() + ":" + this.step;
        var called = calls.call(new Connectors.Call(connector, key, message.contact(), slots));
        path.add(called.mark());
        if (called.mark() != FlowMark.CONNECTOR_CALLED) {
            return Ending.HANDS_OVER;
        }
        called.fields().forEach((name, value) -> fields.put(connector + "." + name, value));
        return null;
    }

    private @Nullable Ending answer(Step step) {
        var text = filled(step);
        return text != null && say(text, FlowMark.FLOW_ANSWERED) ? null : Ending.HANDS_OVER;
    }

    /** Unless it does not fit beside what is said already: half a text may say the opposite. */
    private boolean say(String text, FlowMark mark) {
        var length =
                said.stream().mapToInt(it -> BETWEEN_PARAGRAPHS + characters(it)).sum()
                        + characters(text);
        if (length > LONGEST) {
            path.add(FlowMark.ANSWER_TOO_LONG);
            return false;
        }
        said.add(text);
        path.add(mark);
        return true;
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
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
        var text = Objects.requireNonNull(step.text()).in(message.locale());
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
