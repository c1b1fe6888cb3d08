package io.wenda.api.crash;

import io.wenda.Company;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** All conversations and messages of a company, as its owner reads them. */
final class Stored {
    private static final String CONVERSATIONS =
            """
            query($after: String) {
              conversations(first: 50, after: $after) {
                nodes { id state assignee { id } skillGroup { id } }
                pageInfo { hasNextPage endCursor }
              }
            }
            """;
    private static final String MESSAGES =
            """
            query($id: ID!, $after: String) {
              conversation(id: $id) {
                messages(first: 200, after: $after) {
                  nodes { id seq sender text }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }
            """;

    private final Company company;

    Stored(Company company) {
        this.company = company;
    }

    /** Who has it, by its state. */
    record Conversation(String id, String state, boolean assigned, boolean grouped) {
        /** The bot, a queue, an agent, or nobody any more. */
        boolean hasOneOwner() {
            return switch (state) {
                case "BOT" -> !assigned;
                case "QUEUED" -> !assigned && grouped;
                case "ACTIVE", "WRAP_UP" -> assigned;
                case "CLOSED" -> true;
                default -> false;
            };
        }
    }

    record Message(String id, String conversation, int seq, String sender, String text) {}

    List<Conversation> conversations() {
        return all(CONVERSATIONS, Map.of(), "").stream()
                .map(node ->
                        new Conversation(
                                node.path("id").asString(),
                                node.path("state").asString(),
                                node.path("assignee").isObject(),
                                node.path("skillGroup").isObject()))
                .toList();
    }

    List<Message> messages(Conversation conversation) {
        return messages(conversation.id());
    }

    List<Message> messages(String conversation) {
        return all(MESSAGES, Map.of("id", conversation), "/messages").stream()
                .map(node ->
                        new Message(
                                node.path("id").asString(),
                                conversation,
                                node.path("seq").asInt(),
                                node.path("sender").asString(),
                                node.path("text").asString()))
                .toList();
    }

    /** The total of a metric over yesterday, today and tomorrow. */
    long reported(String metric, String from, String to) {
        return company.ask(
                        """
                        query($i: ReportInput!) { report(input: $i) { total { cells { value } } } }
                        """,
                        Map.of(
                                "i",
                                Map.of(
                                        "metrics",
                                        List.of(Map.of("metric", metric)),
                                        "from",
                                        from,
                                        "to",
                                        to)))
                .only()
                .at("/total/cells/0/value")
                .asLong();
    }

    private List<JsonNode> all(String query, Map<String, String> variables, String connection) {
        var nodes = new ArrayList<JsonNode>();
        var now = new HashMap<>(variables);
        while (true) {
            var page = company.ask(query, now).only().at(connection);
            page.path("nodes").forEach(nodes::add);
            if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
                return nodes;
            }
            now.put("after", page.at("/pageInfo/endCursor").asString());
        }
    }
}
