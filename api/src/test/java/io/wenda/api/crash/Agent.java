package io.wenda.api.crash;

import io.wenda.Company;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** The owner at her desk: answers who is assigned to her, and closes after some answers. */
final class Agent extends Actor {
    private static final int ANSWERS = 4;
    private static final String ONLINE =
            """
            mutation($i: SetAvailabilityInput!) {
              setAvailability(input: $i) { availability { status } userErrors { code message } }
            }
            """;
    private static final String DESK =
            """
            query($i: ConversationFilter!) { conversations(filter: $i, first: 20) { nodes { id } } }
            """;
    private static final String CLOSE =
            """
            mutation($i: CloseConversationInput!) {
              closeConversation(input: $i) { conversation { state } userErrors { code message } }
            }
            """;

    private final Acknowledged acknowledged;
    private final Map<String, Integer> answers = new HashMap<>();
    private final AtomicInteger closed = new AtomicInteger();

    Agent(Wire wire, Acknowledged acknowledged, Company company) {
        super(wire, new Wire.Person(company.token(), List.of()));
        this.acknowledged = acknowledged;
        then(Act.of(ONLINE, Map.of("status", "ONLINE"), _ -> {}));
    }

    @Override
    void plan() {
        then(Act.of(DESK, Map.of("states", List.of("ACTIVE")), this::serve));
    }

    private void serve(JsonNode desk) {
        for (var node : desk.path("nodes")) {
            var id = node.path("id").asString();
            var count = answers.merge(id, 1, Integer::sum);
            then(acknowledged.sending("answer " + count, Map.of("conversationId", id), _ -> {}));
            if (count == ANSWERS) {
                var key = UUID.randomUUID().toString();
                var closing =
                        Map.of("conversationId", id, "outcome", "RESOLVED", "idempotencyKey", key);
                then(Act.of(CLOSE, closing, this::closed));
            }
        }
    }

    private void closed(JsonNode payload) {
        if (!payload.at("/conversation/state").asString().equals("CLOSED")) {
            wire().surprise("not closed: " + payload);
        }
        closed.incrementAndGet();
    }

    /** How many conversations she has closed. */
    int closed() {
        return closed.get();
    }
}
