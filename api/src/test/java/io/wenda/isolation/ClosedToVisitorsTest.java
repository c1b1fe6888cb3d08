package io.wenda.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.wenda.Company;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import io.wenda.api.scalar.PublicIds;
import io.wenda.isolation.Introspected.Field;
import io.wenda.knowledge.answering.AnsweringThresholds;
import io.wenda.knowledge.answering.Thresholds;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * A visitor reaches what the contract lists, and nothing that anybody adds without thinking of her.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedToVisitorsTest extends RunningApplication {
    /** The contract's list; what follows from it (pages, payloads, choices) is written out. */
    private static final Map<String, Set<String>> OPEN =
            """
            Query viewer conversation
            Mutation startWidgetSession sendMessage requestAgent rateConversation rateAnswer setTyping
            Subscription conversationUpdates
            Conversation id state channel assignee startedAt closedAt outcome rating queuePosition messages
            Channel id name greeting botProfile
            BotProfile name initials colour timeZone openingHours greetings quickButtons
            OpeningHours day from until
            BotGreeting locale text
            QuickButton person wordings
            QuickButtonWording locale label question
            Member id name
            Rating score comment ratedAt
            MessageConnection edges nodes pageInfo
            MessageEdge cursor node
            PageInfo hasNextPage hasPreviousPage startCursor endCursor
            Message id seq clientMessageId sender author text sentAt source choices internal helpful aiGenerated conversation
            AnswerSource entry version question attachments
            KnowledgeAttachment id name type size url expiresAt
            KnowledgeEntry id
            AnswerCandidate question
            Visitor id contact verified
            Contact id name email phone
            Typing sender author until
            ConversationChange conversation at
            StartWidgetSessionPayload accessToken expiresAt visitorToken visitor openConversation userErrors
            RateAnswerPayload message userErrors
            SetTypingPayload until userErrors
            SendMessagePayload message conversation userErrors
            ConversationPayload conversation userErrors
            UserError code message field
            """
                    .lines()
                    .map(line -> Arrays.asList(line.split(" ", -1)))
                    .collect(
                            Collectors.toMap(
                                    List::getFirst,
                                    words -> Set.copyOf(words.subList(1, words.size()))));

    /** Open to everybody, token or none: being a visitor takes nothing away. */
    private static final Set<String> OPEN_TO_ALL = Set.of("signUp");

    private final GraphQLSchema declared;
    private final AnsweringThresholds thresholds;
    private final PublicIds ids;
    private Helped helped;
    private Introspected schema;
    private Documents documents;

    @Autowired
    ClosedToVisitorsTest(GraphQlSource source, AnsweringThresholds thresholds, PublicIds ids) {
        this.declared = source.schema();
        this.thresholds = thresholds;
        this.ids = ids;
    }

    @BeforeAll
    void aVisitorWhoGotEverything() {
        helped = Helped.by(OUTSIDE, this::choose);
        schema = Introspected.of(OUTSIDE.newCompany("Reader"));
        documents = new Documents(schema);
    }

    @Test
    void whatTheSchemaOpensToVisitorsIsTheContractsList() {
        var open =
                declared.getAllTypesAsList().stream()
                        .filter(GraphQLObjectType.class::isInstance)
                        .map(GraphQLObjectType.class::cast)
                        .filter(type -> !type.getName().startsWith("__"))
                        .flatMap(type ->
                                type.getFieldDefinitions().stream()
                                        .filter(ClosedToVisitorsTest::visitor)
                                        .map(field -> type.getName() + "." + field.getName()))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(open).isEqualTo(listed());
    }

    @Test
    void everyOtherRootFieldIsForbidden() {
        var checked = new ArrayList<String>();
        for (var operation : List.of("query", "mutation")) {
            closed(operation)
                    .forEach(field -> {
                        var asked = documents.least(operation, field, _ -> "nonsense");
                        var answer = helped.visitor().ask(asked.text(), asked.variables());
                        assertThat(answer.codes()).as(field.name()).containsExactly("FORBIDDEN");
                        assertThat(answer.body().at("/data/" + field.name()).isNull())
                                .as(field.name())
                                .isTrue();
                        checked.add(field.name());
                    });
        }

        assertThat(checked).contains("node", "askBot", "tickets", "report", "createApiKey");
    }

    @Test
    void everyOtherSubscriptionIsForbidden() {
        var streams = new EventStreams(OUTSIDE);
        var closed = closed("subscription").toList();

        assertThat(closed.stream().map(Field::name)).contains("inbox");
        assertThat(closed)
                .allSatisfy(field -> {
                    var events =
                            streams.untilTheEnd(
                                    helped.visitor().token(),
                                    documents.least("subscription", field, _ -> "nonsense"));
                    assertThat(events).hasSize(1);
                    assertThat(events.getFirst().at("/errors/0/extensions/code").asString())
                            .isEqualTo("FORBIDDEN");
                });
    }

    @Test
    void ofWhatSheReachesSheReadsTheListAndNothingElse() {
        var ways = ways();
        var wrong = new ArrayList<String>();

        ways.forEach((type, way) -> {
            for (var field : schema.type(type).fields()) {
                var answers = read(way, type, field);
                var codes = answers.stream().flatMap(it -> it.codes().stream()).distinct().toList();
                var expected =
                        open(type).contains(field.name())
                                ? List.<String>of()
                                : List.of("FORBIDDEN");
                if (!codes.equals(expected)) {
                    wrong.add(type + "." + field.name() + " " + codes);
                }
            }
        });

        assertThat(wrong).isEmpty();
        assertThat(ways.keySet())
                .containsExactlyInAnyOrder(
                        "Conversation",
                        "Channel",
                        "BotProfile",
                        "OpeningHours",
                        "BotGreeting",
                        "QuickButton",
                        "QuickButtonWording",
                        "Member",
                        "Rating",
                        "MessageConnection",
                        "MessageEdge",
                        "PageInfo",
                        "Message",
                        "AnswerSource",
                        "KnowledgeEntry",
                        "KnowledgeAttachment",
                        "AnswerCandidate",
                        "Visitor",
                        "Contact");
    }

    private void choose(Company company, double[] chosen) {
        CurrentTenant.run(
                ids.as(TenantId.class, company.id()),
                () -> thresholds.choose(new Thresholds(chosen[0], chosen[1])));
    }

    private Stream<Field> closed(String operation) {
        var open = open(Objects.requireNonNull(schema.roots().get(operation)));
        return schema.root(operation).stream()
                .filter(field -> !open.contains(field.name()))
                .filter(field -> !OPEN_TO_ALL.contains(field.name()));
    }

    private static Set<String> open(String type) {
        return OPEN.getOrDefault(type, Set.of());
    }

    private static Set<String> listed() {
        return Stream.concat(
                        OPEN.entrySet().stream()
                                .flatMap(type ->
                                        type.getValue().stream()
                                                .map(it -> type.getKey() + "." + it)),
                        OPEN_TO_ALL.stream().map(it -> "Mutation." + it))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean visitor(GraphQLFieldDefinition field) {
        return Optional.ofNullable(field.getAppliedDirective("allow"))
                .map(allow ->
                        Stream.of("visitor", "open")
                                .anyMatch(it ->
                                        Boolean.TRUE.equals(allow.getArgument(it).getValue())))
                .orElse(false);
    }

    /** The shortest way to each type behind what she may ask: the fields from the root on. */
    private Map<String, List<String>> ways() {
        var ways = new LinkedHashMap<String, List<String>>();
        ways.put("Conversation", List.of("conversation(id: $id)"));
        ways.put("Visitor", List.of("viewer", "... on Visitor"));
        var next = new ArrayDeque<>(ways.keySet());
        while (!next.isEmpty()) {
            var type = next.remove();
            for (var field : schema.type(type).fields()) {
                var inner = field.type().named();
                if (open(type).contains(field.name())
                        && schema.type(inner).kind().equals("OBJECT")
                        && !ways.containsKey(inner)) {
                    ways.put(
                            inner,
                            Stream.concat(
                                            ways.getOrDefault(type, List.of()).stream(),
                                            Stream.of(field.name()))
                                    .toList());
                    next.add(inner);
                }
            }
        }
        return ways;
    }

    /** The field's answers in those of her conversations that have such a thing. */
    private List<Outside.Answer> read(List<String> way, String type, Field field) {
        var inner = schema.type(field.type().named()).kind().matches("OBJECT|INTERFACE|UNION");
        var asked = field.name() + (inner ? " { __typename }" : "");
        var there =
                helped.conversations().stream()
                        .filter(id ->
                                ask(way, "__typename", id)
                                        .body()
                                        .toString()
                                        .contains("\"" + type + "\""))
                        .toList();
        assertThat(there).as(type).isNotEmpty();
        return there.stream().map(id -> ask(way, asked, id)).toList();
    }

    private Outside.Answer ask(List<String> way, String selection, String id) {
        var used = way.getFirst().contains("$id");
        return helped.visitor()
                .ask(
                        (used ? "query($id: ID!) { " : "{ ")
                                + String.join(" { ", way)
                                + " { "
                                + selection
                                + " }".repeat(way.size() + 1),
                        used ? Map.of("id", id) : Map.of());
    }
}
