package io.wenda.knowledge.intent;

import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.flow.Flow;
import io.wenda.knowledge.flow.FlowRules;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** An intent to be; refuses what cannot be learned from. */
public record IntentWanted(
        String name, boolean enabled, List<String> examples, UUID group, Flow flow) {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_EXAMPLE = 200;
    private static final int FEWEST_EXAMPLES = 3;
    private static final int MOST_EXAMPLES = 100;

    public IntentWanted {
        examples = List.copyOf(examples);
    }

    IntentWanted checked(FlowRules flows) {
        if (examples.size() < FEWEST_EXAMPLES) {
            throw new Refusal.Invalid(
                    "must be at least %d, so that there is something to learn from"
                            .formatted(FEWEST_EXAMPLES),
                    "examples");
        }
        if (examples.size() > MOST_EXAMPLES) {
            throw Refusal.Invalid.tooLong(
                    "must be at most %d, are %d".formatted(MOST_EXAMPLES, examples.size()),
                    "examples");
        }
        var seen = new HashSet<NormalText>();
        var lines =
                IntStream.range(0, examples.size())
                        .mapToObj(i -> example(examples.get(i), seen, "" + i))
                        .toList();
        return new IntentWanted(
                Text.line(name, LONGEST_NAME, "name"), enabled, lines, group, flows.checked(flow));
    }

    private static String example(String written, HashSet<NormalText> seen, String at) {
        var line = Text.line(written, LONGEST_EXAMPLE, "examples", at);
        var read = NormalText.of(line);
        if (read.isEmpty()) {
            throw new Refusal.Invalid("must have a letter or a digit", "examples", at);
        }
        if (!seen.add(read)) {
            throw new Refusal.Invalid("reads like another example: leave it out", "examples", at);
        }
        return line;
    }
}
