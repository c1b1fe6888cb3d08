package io.wenda.knowledge.intent;

import io.wenda.knowledge.flow.Flow;
import io.wenda.knowledge.flow.Slot;
import io.wenda.knowledge.flow.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that customers want, as one version of it has it.
 *
 * @param examples what they say, in any language that we read
 * @param group whose people serve it
 * @param flow what is asked and done before them, or instead
 * @param changedBy key of who wrote this version
 */
public record Intent(
        String name,
        int version,
        boolean enabled,
        List<String> examples,
        UUID group,
        Flow flow,
        String changedBy,
        Instant changedAt) {
    public Intent {
        examples = List.copyOf(examples);
    }

    public List<Slot> slots() {
        return flow.slots();
    }

    public List<Step> steps() {
        return flow.steps();
    }
}
