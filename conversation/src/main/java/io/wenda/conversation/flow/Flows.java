package io.wenda.conversation.flow;

import io.wenda.conversation.FlowRun;
import io.wenda.knowledge.flow.Flow;
import io.wenda.knowledge.flow.SlotReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a flow's steps. It keeps nothing: where a flow stands comes in and goes out. */
@Component
public class Flows {
    private static final int MOST_MISSES = 2;

    private final Calls calls;

    Flows(Calls calls) {
        this.calls = calls;
    }

    /** From the beginning, with what the customer said already. */
    public FlowTurn begin(Flow flow, FlowQuestion question) {
        var run = new FlowRun(1, 0, 0, List.of(), Map.of(), false);
        return new Walk(flow, run, question, calls).listen().go();
    }

    /** The value that she was asked for, where her message has it. */
    public Optional<SlotReader.Said> read(Flow flow, FlowRun run, FlowQuestion question) {
        var asked = flow.slot(asked(flow, run));
        return SlotReader.answered(asked, question.text(), question.today());
    }

    /** On, with that value. */
    public FlowTurn goOn(Flow flow, FlowRun run, FlowQuestion question, String value) {
        return walk(flow, run, question).told(asked(flow, run), value).listen().go();
    }

    /** Asks again, at most twice in a row; then a person goes on. */
    public FlowTurn miss(Flow flow, FlowRun run, FlowQuestion question) {
        var walk = walk(flow, run, question);
        return run.misses() < MOST_MISSES
                ? walk.again(run.misses() + 1)
                : walk.giveUp(FlowMark.SLOT_NOT_UNDERSTOOD);
    }

    /** She wants no more of it. */
    public FlowTurn cancel(Flow flow, FlowRun run, FlowQuestion question) {
        return walk(flow, run, question).cancel();
    }

    private Walk walk(Flow flow, FlowRun run, FlowQuestion question) {
        var next =
                new FlowRun(
                        run.turn() + 1,
                        run.step(),
                        run.misses(),
                        run.slots(),
                        run.fields(),
                        run.open());
        return new Walk(flow, next, question, calls);
    }

    private static String asked(Flow flow, FlowRun run) {
        return Objects.requireNonNull(flow.steps().get(run.step()).slot());
    }
}
