package io.wenda.demo;

import io.wenda.conversation.Channel;
import io.wenda.tenant.isolation.Idempotency;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Makes the demo, or what is left to be made of it. Each step is done once, whenever its making was
 * cut off: the file knows what was done, and what was just being done is one transaction with a key
 * of its own.
 */
final class DemoMaker {
    /** The knowledge is older than the first question. */
    private static final Duration BEFORE_THE_WEEK = Duration.ofDays(9);

    /** Whoever came last has left: nothing happens after now. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration DRAFTS = Duration.ofHours(3);

    private final ConfigurableApplicationContext application;

    DemoMaker(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /**
     * The demo's channel, with all that belongs to it.
     *
     * @param origins of the shop's page
     */
    Channel make(DemoState state, List<String> origins) {
        var company = new DemoCompany(application);
        if (state.get("made").isPresent()) {
            return company.reopened(state, origins);
        }
        var stage = company.make(state, origins);
        var end = state.begun();
        var once = application.getBean(Idempotency.class);
        try (var past = new PastRooms(application, end.minus(BEFORE_THE_WEEK))) {
            var knowledge = new DemoKnowledge(stage, past, once);
            var week = new Week(stage, past, once);
            state.once("knowledge", knowledge::publish);
            Shift.weekBefore(end.minus(LONGEST))
                    .forEach(shift -> state.once(shift.name(), () -> week.play(shift)));
            past.clock().setInstant(end.minus(DRAFTS));
            state.once("drafts", knowledge::draft);
            state.once("desks", () -> week.leaveOnTheDesks(end));
        }
        state.set("made", end.toString());
        return stage.channel();
    }
}
