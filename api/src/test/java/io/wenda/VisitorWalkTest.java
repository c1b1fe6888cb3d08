package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A visitor reaches what the contract lists, and nothing else of the whole schema. */
class VisitorWalkTest extends RunningApplication {
    private static final List<String> OPEN =
            List.of(
                    "Query: viewer conversation",
                    "Mutation: sendMessage requestAgent rateConversation",
                    "Subscription: conversationUpdates",
                    "Conversation: id state startedAt closedAt outcome rating queuePosition messages channel assignee",
                    "Channel: id name greeting",
                    "Member: id name",
                    "Message: id seq clientMessageId sender author text sentAt source choices internal conversation",
                    "AnswerSource: version question entry",
                    "AnswerCandidate: question",
                    "KnowledgeEntry: id",
                    "Visitor: id contact verified",
                    "Contact: id name email phone",
                    "Rating: score comment ratedAt",
                    "ConversationChange: conversation at",
                    "Typing: sender author until",
                    "MessageConnection: edges nodes pageInfo",
                    "MessageEdge: cursor node",
                    "PageInfo: hasNextPage hasPreviousPage startCursor endCursor",
                    "UserError: code message field",
                    "SendMessagePayload: message conversation userErrors",
                    "ConversationPayload: conversation userErrors",
                    "StartWidgetSessionPayload: accessToken expiresAt visitorToken visitor openConversation userErrors");

    @Test
    void theSchemaOpensToVisitorsExactlyWhatTheContractLists() {
        var schema = new SchemaParser().parse(Path.of("schema.graphql").toFile());
        var open = new TreeSet<String>();
        for (var type : schema.getTypes(ObjectTypeDefinition.class)) {
            type.getFieldDefinitions().stream()
                    .filter(VisitorWalkTest::isOpen)
                    .forEach(field -> open.add(type.getName() + "." + field.getName()));
        }
        var listed = new TreeSet<String>();
        OPEN.forEach(line -> {
            var type = line.substring(0, line.indexOf(':'));
            List.of(line.substring(type.length() + 2).split(" "))
                    .forEach(field -> listed.add(type + "." + field));
        });

        assertThat(open).isEqualTo(listed);
    }

    @Test
    void everyOtherRootFieldIsForbiddenToHer() {
        var world = World.in(OUTSIDE.newCompany("Acme " + UUID.randomUUID()));
        var schema = new Introspected(OUTSIDE);
        var answered = new TreeSet<String>();
        for (var operation : List.of("query", "mutation")) {
            for (var root : schema.roots(operation)) {
                var answer = world.visitor().ask(call(schema, operation, root), Map.of());
                if (!answer.codes().equals(List.of("FORBIDDEN"))) {
                    answered.add(root.name());
                }
            }
        }

        assertThat(answered)
                .containsExactlyInAnyOrder(
                        "viewer",
                        "conversation",
                        "sendMessage",
                        "requestAgent",
                        "rateConversation",
                        "signUp",
                        "startWidgetSession");
    }

    @Test
    void whatLiesBehindHerOwnConversationIsForbiddenToo() {
        var world = World.in(OUTSIDE.newCompany("Acme " + UUID.randomUUID()));
        var id = Map.of("c", world.id("conversation"));
        for (var field :
                List.of(
                        "contact { id }",
                        "skillGroup { id }",
                        "handovers { reason }",
                        "tickets { nodes { id } }",
                        "channel { publicKey }",
                        "channel { allowedOrigins }",
                        "channel { skillGroup { id } }",
                        "messages { nodes { conversation { contact { id } } } }")) {
            var query = "query($c: ID!) { conversation(id: $c) { " + field + " } }";
            assertThat(world.visitor().ask(query, id).codes()).as(field).containsOnly("FORBIDDEN");
        }
        for (var field : List.of("attributes", "conversations { nodes { id } }")) {
            var query = "{ viewer { ... on Visitor { contact { " + field + " } } } }";
            assertThat(world.visitor().ask(query, Map.of()).codes())
                    .as(field)
                    .containsExactly("FORBIDDEN");
        }
        assertThat(
                        world.visitor()
                                .ask(
                                        "query($c: ID!) { conversation(id: $c) { id state queuePosition channel { id name greeting } assignee { id name } messages { nodes { seq text author choices { question } source { version } } } } }",
                                        id)
                                .codes())
                .isEmpty();
    }

    /** A call with the least that validation asks for. */
    private static String call(Introspected schema, String operation, Introspected.Named root) {
        var arguments =
                root.arguments().stream()
                        .filter(Introspected.Named::mustBeGiven)
                        .map(it -> it.name() + ": " + literal(schema, it))
                        .toList();
        return operation
                + " { "
                + root.name()
                + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")")
                + schema.selection(root.shape().name(), 0)
                + " }";
    }

    private static String literal(Introspected schema, Introspected.Named field) {
        var name = field.shape().name();
        var one =
                schema.inputFields(name)
                        .map(fields -> object(schema, fields))
                        .orElseGet(() ->
                                switch (name) {
                                    case "Int", "Long" -> "1";
                                    case "Boolean" -> "true";
                                    case "DateTime" -> "\"2026-01-01T00:00:00Z\"";
                                    case "Locale" -> "\"en\"";
                                    case "ID", "String" -> "\"x\"";
                                    default -> schema.firstEnumValue(name).orElse("null");
                                });
        return field.shape().list() ? "[" + one + "]" : one;
    }

    /** With what must be given, or with any one field where nothing must. */
    private static String object(Introspected schema, List<Introspected.Named> fields) {
        var needed = fields.stream().filter(Introspected.Named::mustBeGiven).toList();
        return (needed.isEmpty() ? fields.subList(0, 1) : needed)
                .stream()
                        .map(it -> it.name() + ": " + literal(schema, it))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static boolean isOpen(FieldDefinition field) {
        return field.getDirectives("allow").stream().anyMatch(VisitorWalkTest::toVisitors);
    }

    private static boolean toVisitors(Directive allow) {
        return allow.getArgument("visitor") != null
                && allow.getArgument("visitor").getValue() instanceof BooleanValue open
                && open.isValue();
    }
}
