package io.wenda.api.crash;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Somebody who does one thing after the other, each again and again until it is answered. */
abstract class Actor {
    /**
     * One request, the same at every repetition.
     *
     * @param then what its answer leads to
     */
    record Act(String query, Map<String, ?> variables, Consumer<JsonNode> then) {
        static Act of(String query, Map<String, ?> input, Consumer<JsonNode> then) {
            return new Act(query, Map.of("i", input), then);
        }
    }

    private final Wire wire;
    private final Wire.Person self;
    private final Queue<Act> todo = new ConcurrentLinkedQueue<>();
    private volatile boolean ending;

    Actor(Wire wire, Wire.Person self) {
        this.wire = wire;
        this.self = self;
    }

    /** Says what comes next, by {@link #then}. */
    abstract void plan();

    final void then(Act act) {
        todo.add(act);
    }

    final Wire wire() {
        return wire;
    }

    /** One try. */
    final void tick() {
        try {
            if (todo.isEmpty() && !ending) {
                plan();
            }
            var act = todo.peek();
            if (act != null) {
                wire.ask(self, act.query(), act.variables())
                        .ifPresent(answer -> {
                            act.then().accept(answer);
                            todo.remove();
                        });
            }
        } catch (RuntimeException | AssertionError e) {
            wire.surprise(e.toString());
        }
    }

    /** Begins nothing new. */
    final void end() {
        ending = true;
    }

    /** Whether all that was begun is answered. */
    final boolean isDone() {
        return ending && todo.isEmpty();
    }
}
