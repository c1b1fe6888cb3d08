package io.wenda.knowledge.intent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that customers want, as one version of it has it.
 *
 * @param examples what they say, in any language that we read
 * @param group whose people serve it
 * @param changedBy key of who wrote this version
 */
public record Intent(
        String name,
        int version,
        boolean enabled,
        List<String> examples,
        UUID group,
        String changedBy,
        Instant changedAt) {
    public Intent {
        examples = List.copyOf(examples);
    }
}
