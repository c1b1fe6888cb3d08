package io.wenda.conversation.flow;

import io.wenda.conversation.FlowRun;
import io.wenda.knowledge.flow.Flow;
import io.wenda.knowledge.flow.SlotReader;
import io.wenda.tenant.company.Companies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A customer's way through a flow. Nothing is kept: where it stands comes in and goes out. */
@Component
public class Flows {
    private static final int MOST_MISSES = 2;

    private final Calls calls;
    private final Companies companies;
    private final Clock clock;

    Flows(Calls calls, Companies companies, Clock clock) {
        this.calls = calls;
        this.companies = companies;
        this.clock = clock;
    }

    /** From the beginning, with what the customer said already. */
    public FlowTurn begin(Flow flow, FlowMessage message) {
        var start = new FlowRun(1, 0, 0, List.of(), Map.of(), false);
        return steps(flow, start, message).fillUnasked(today()).take();
    }

    /** The value that she was asked for, where her message has it. */
    public Optional<SlotReader.Said> read(Flow flow, FlowRun run, FlowMessage message) {
        return SlotReader.asked(flow.slot(asked(flow, run)), message.text(), today());
    }

    /** On, with that value. */
    public FlowTurn goOn(Flow flow, FlowRun run, FlowMessage message, String value) {
        return steps(flow, run.next(), message)
                .fill(asked(flow, run), value)
                .fillUnasked(today())
                .take();
    }

    /** Asks again, at most twice in a row; then a person goes on. */
    public FlowTurn miss(Flow flow, FlowRun run, FlowMessage message) {
        var steps = steps(flow, run.next(), message);
        return run.misses() < MOST_MISSES ? steps.askAgain() : steps.notUnderstood();
    }

    /** Her message is none for a bot: a person goes on, and what she told stays known. */
    public FlowTurn keepOut(Flow flow, FlowRun run, FlowMessage message) {
        return steps(flow, run.next(), message).keptOut();
    }

    /** She wants no more of it. */
    public FlowTurn cancel(Flow flow, FlowRun run, FlowMessage message) {
        return steps(flow, run.next(), message).calledOff();
    }

    private FlowSteps steps(Flow flow, FlowRun run, FlowMessage message) {
        return new FlowSteps(flow, run, message, calls);
    }

    private LocalDate today() {
        return companies.current().dayAt(clock.instant());
    }

    private static String asked(Flow flow, FlowRun run) {
        return Objects.requireNonNull(flow.steps().get(run.step()).slot());
    }
}
