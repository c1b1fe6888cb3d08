package io.wenda.knowledge.flow;

import java.util.List;

/** What is asked and done in order; without a step: the customer is handed over at once. */
public record Flow(List<Slot> slots, List<Step> steps) {
    public static final Flow NONE = new Flow(List.of(), List.of());

    public Flow {
        slots = List.copyOf(slots);
        steps = List.copyOf(steps);
    }

    /** One of its own by its name. */
    public Slot slot(String name) {
        return slots.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }
}
