package io.wenda;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A company with one of everything, known by its ids. */
record World(Company company, Company.Visitor visitor, Map<String, String> ids) {

    static World in(Company company) {
        var ids = new LinkedHashMap<String, String>();
        ids.put("company", company.id());
        ids.put("member", company.owner());
        var group =
                company.ask(
                                "mutation { createSkillGroup(input: {name: \"Orders\"}) { skillGroup { id } userErrors { code } } }")
                        .done();
        ids.put("skillGroup", group.at("/skillGroup/id").asString());
        var channel = company.newChannel(false);
        ids.put("channel", channel.path("id").asString());
        ids.put("entry", company.writes("en", "Where is it?", "Here."));
        var visitor = company.newVisitor(channel.path("publicKey").asString());
        ids.put("visitor", visitor.id());
        ids.put("contact", contact(visitor));
        var said = visitor.says("Hello " + UUID.randomUUID());
        ids.put("message", said.at("/message/id").asString());
        ids.put("conversation", said.at("/conversation/id").asString());
        var ticket =
                company.ask(
                                "mutation { createTicket(input: {subject: \"Check\"}) { ticket { id } userErrors { code } } }")
                        .done();
        ids.put("ticket", ticket.at("/ticket/id").asString());
        var world = new World(company, visitor, ids);
        // without a bot the conversation goes to its queue: wait until that is done
        await().atMost(Duration.ofSeconds(20))
                .until(() -> world.snapshot().contains("\"state\":\"QUEUED\""));
        return world;
    }

    private static String contact(Company.Visitor visitor) {
        return visitor.ask("{ viewer { ... on Visitor { contact { id } } } }", Map.of())
                .only()
                .at("/contact/id")
                .asString();
    }

    /** The id of this company that fits a name such as {@code assigneeId} or a root field. */
    String own(String name, String root) {
        var kind =
                switch (name) {
                    case "assigneeId", "agentIds" -> "member";
                    case "id" -> root.equals("knowledgeEntry") ? "entry" : root;
                    default -> name.replaceAll("Ids?$", "");
                };
        return id(ids.containsKey(kind) ? kind : "conversation");
    }

    /** The id of the one of that kind. */
    String id(String kind) {
        return Objects.requireNonNull(ids.get(kind), kind);
    }

    /** Everything that a foreign hand could have changed. */
    String snapshot() {
        return company.ask(
                        """
                        query($c: ID!, $t: ID!, $e: ID!) {
                          a: company { id name fourEyesReview }
                          b: conversation(id: $c) { state outcome assignee { id } skillGroup { id } messages { nodes { id seq text } } handovers { reason } }
                          c: ticket(id: $t) { state subject }
                          d: knowledgeEntry(id: $e) { latest { number state question answer } }
                          e: channels { totalCount nodes { id name enabled greeting skillGroup { id } } }
                          f: skillGroups { totalCount nodes { id name members { nodes { level capacity member { id } } } } }
                          g: members { totalCount nodes { id name roles } }
                          h: tickets { totalCount }
                        }
                        """,
                        Map.of(
                                "c", id("conversation"),
                                "t", id("ticket"),
                                "e", id("entry")))
                .body()
                .path("data")
                .toString();
    }
}
