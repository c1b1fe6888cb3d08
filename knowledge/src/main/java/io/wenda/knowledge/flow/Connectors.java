package io.wenda.knowledge.flow;

import io.wenda.tenant.ContactId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The current company's ways to its other systems, for the flows of its bot. The room that knows
 * those systems implements it; without one no flow calls anything.
 */
public interface Connectors {

    /**
     * A question to another system.
     *
     * @param key the same again where a question is repeated after a crash
     * @param contact whose question it is: what she may not see is not found
     * @param slots what she told
     */
    record Call(String connector, String key, ContactId contact, Map<String, String> slots) {
        public Call {
            slots = Map.copyOf(slots);
        }
    }

    /** Their names. */
    Set<String> names();

    /**
     * The fields of what is found; nothing where there is none. It throws where the system is away,
     * and within seconds: a customer waits.
     */
    Optional<Map<String, String>> call(Call call);
}
