package io.wenda.knowledge.flow;

import io.wenda.knowledge.embedding.NormalText;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says what a flow must be before it is kept, so that it can run to its end. */
@Component
public class FlowRules {
    private static final int MOST_SLOTS = 10;
    private static final int MOST_STEPS = 20;

    /** A customer waits for each. */
    private static final int MOST_CALLS = 3;

    private static final int FEWEST_CHOICES = 2;
    private static final int MOST_CHOICES = 20;
    private static final int LONGEST_CHOICE = 60;
    private static final int LONGEST_PROMPT = 300;
    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_TEXT = 2_000;
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_]{0,39}");

    private final ObjectProvider<Connectors> connectors;

    FlowRules(ObjectProvider<Connectors> connectors) {
        this.connectors = connectors;
    }

    /** Refuses what cannot run; gives it as it is kept. */
    public Flow checked(Flow wanted) {
        requireAtMost(wanted.slots().size(), MOST_SLOTS, "slots");
        requireAtMost(wanted.steps().size(), MOST_STEPS, "steps");
        var names = new HashSet<String>();
        var slots =
                IntStream.range(0, wanted.slots().size())
                        .mapToObj(i -> slot(wanted.slots().get(i), names, "" + i))
                        .toList();
        var flow = new Flow(slots, wanted.steps());
        var known = new Known(names, connectors.stream().findFirst().map(Connectors::names));
        for (int i = 0; i < flow.steps().size(); i++) {
            known.take(flow.steps().get(i), "" + i);
        }
        if (!flow.steps().isEmpty()) {
            requireEnd(flow.steps().getLast());
        }
        return flow;
    }

    private static void requireEnd(Step last) {
        switch (last.kind()) {
            case ANSWER, OPEN_TICKET, HAND_OVER -> {}
            case ASK, CALL ->
                    throw new Refusal.Invalid(
                            "must end by an answer, a ticket or a handover", "steps");
        }
    }

    private static void requireAtMost(int size, int most, String field) {
        if (size > most) {
            throw Refusal.Invalid.tooLong(
                    "must be at most %d, are %d".formatted(most, size), field);
        }
    }

    private static Slot slot(Slot slot, Set<String> names, String at) {
        requireName(slot.name(), "slots", at, "name");
        if (!names.add(slot.name())) {
            throw new Refusal.Invalid("is another slot's: take another", "slots", at, "name");
        }
        var prompt = words(slot.prompt(), LONGEST_PROMPT, "slots", at, "prompt");
        var pattern = slot.pattern();
        if (slot.kind() == Slot.Kind.CODE) {
            if (pattern == null || pattern.isBlank()) {
                throw new Refusal.Invalid("a code needs one", "slots", at, "pattern");
            }
            CodePattern.check(pattern, "slots", at, "pattern");
        } else if (pattern != null) {
            throw new Refusal.Invalid("only a code has one", "slots", at, "pattern");
        }
        requireChoices(slot, at);
        return new Slot(slot.name(), slot.kind(), pattern, slot.choices(), prompt);
    }

    private static void requireChoices(Slot slot, String at) {
        var count = slot.choices().size();
        if (slot.kind() != Slot.Kind.CHOICE) {
            if (count > 0) {
                throw new Refusal.Invalid("only a choice has some", "slots", at, "choices");
            }
            return;
        }
        if (count < FEWEST_CHOICES || count > MOST_CHOICES) {
            throw new Refusal.Invalid(
                    "must be %d to %d, are %d".formatted(FEWEST_CHOICES, MOST_CHOICES, count),
                    "slots",
                    at,
                    "choices");
        }
        var seen = new HashSet<NormalText>();
        for (var choice : slot.choices()) {
            var read = NormalText.of(Text.line(choice, LONGEST_CHOICE, "slots", at, "choices"));
            if (read.isEmpty() || !seen.add(read)) {
                throw new Refusal.Invalid(
                        "each must have a letter or a digit, and read unlike the others",
                        "slots",
                        at,
                        "choices");
            }
        }
    }

    private static void requireName(@Nullable String name, String... field) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new Refusal.Invalid(
                    "must be a letter, then letters, digits or _, at most 40 together", field);
        }
    }

    private static Words words(@Nullable Words words, int longest, String... field) {
        if (words == null || words.all().findAny().isEmpty()) {
            throw new Refusal.Invalid("must be in Chinese, in English, or in both", field);
        }
        words.all().forEach(it -> Text.text(it, longest, field));
        return words;
    }

    /** What is known after the steps before. */
    private static final class Known {
        private final Set<String> slots;
        private final Optional<Set<String>> connectors;
        private final Set<String> asked = new HashSet<>();
        private final Set<String> called = new HashSet<>();
        private int calls;
        private boolean ticket;
        private boolean over;

        Known(Set<String> slots, Optional<Set<String>> connectors) {
            this.slots = slots;
            this.connectors = connectors;
        }

        void take(Step step, String at) {
            if (over) {
                throw new Refusal.Invalid("nothing follows a handover", "steps", at);
            }
            switch (step.kind()) {
                case ASK -> {
                    requireSlot(step.slot(), "steps", at, "slot");
                    asked.add(step.slot() == null ? "" : step.slot());
                }
                case CALL -> call(step.connector(), at);
                case ANSWER -> requireText(step, LONGEST_TEXT, at);
                case OPEN_TICKET -> {
                    if (ticket) {
                        throw new Refusal.Invalid("opens a second ticket", "steps", at);
                    }
                    ticket = true;
                    requireText(step, LONGEST_SUBJECT, at);
                    words(step.text(), LONGEST_SUBJECT, "steps", at, "text")
                            .all()
                            .forEach(it -> Text.line(it, LONGEST_SUBJECT, "steps", at, "text"));
                }
                case HAND_OVER -> over = true;
            }
        }

        private void requireSlot(@Nullable String name, String... field) {
            if (name == null || !slots.contains(name)) {
                throw new Refusal.Invalid("must be one of the slots", field);
            }
        }

        private void call(@Nullable String name, String at) {
            requireName(name, "steps", at, "connector");
            if (name == null || !connectors.map(it -> it.contains(name)).orElse(false)) {
                throw new Refusal.Invalid(
                        "there is no connector of this name: set it up first, or leave the step out",
                        "steps",
                        at,
                        "connector");
            }
            calls++;
            if (calls > MOST_CALLS) {
                throw new Refusal.Invalid(
                        "must call connectors at most %d times: a customer waits for each"
                                .formatted(MOST_CALLS),
                        "steps",
                        at);
            }
            called.add(name);
        }

        private void requireText(Step step, int longest, String at) {
            var words = words(step.text(), longest, "steps", at, "text");
            words.all()
                    .flatMap(it -> Template.places(it, "steps", at, "text").stream())
                    .forEach(place -> requireKnown(place, at));
        }

        private void requireKnown(String place, String at) {
            var dot = place.indexOf('.');
            var known = dot < 0 ? asked.contains(place) : called.contains(place.substring(0, dot));
            if (!known) {
                throw new Refusal.Invalid(
                        "{%s} is not known by then: ask for the slot, or call the connector, in a step before"
                                .formatted(place),
                        "steps",
                        at,
                        "text");
            }
        }
    }
}
