package io.wenda.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import io.wenda.isolation.Documents.Document;
import io.wenda.isolation.Documents.Place;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever the schema lets a caller name by an id, another company's is answered like one that
 * never was. Everything is found in the running schema, so new fields are covered unasked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationWalkTest extends RunningApplication {
    private static final String MALFORMED = "nonsense";
    private static final Duration LONG = Duration.ofSeconds(60);

    private final MailsWanted mails;
    private World theirs;
    private World ours;
    private Introspected schema;
    private Documents documents;

    /** An answer without what differs from one asking to the next. */
    private record Seen(JsonNode data, List<String> errors) {
        static Seen of(Outside.Answer answer) {
            return new Seen(answer.body().path("data"), answer.codes());
        }

        boolean forbidden() {
            return errors.equals(List.of("FORBIDDEN"));
        }

        List<String> userErrors() {
            return data.findValues("userErrors").stream()
                    .flatMap(list -> list.valueStream().map(it -> it.path("code").asString()))
                    .toList();
        }
    }

    @Autowired
    IsolationWalkTest(MailsWanted mails) {
        this.mails = mails;
    }

    @BeforeAll
    void twoCompanies() {
        theirs = World.of(OUTSIDE, "Theirs", mails);
        ours = World.of(OUTSIDE, "Ours", mails);
        schema = Introspected.of(ours.company());
        documents = new Documents(schema);
    }

    @Test
    void anothersIdIsAnsweredLikeOneThatNeverWas() {
        var before = everything(theirs.company());
        var faults = new CopyOnWriteArrayList<String>();
        var answered = new TreeSet<String>();

        for (var caller : callers(ours)) {
            for (var place : places().toList()) {
                var unknown = ask(caller, place, MALFORMED);
                if (unknown.forbidden()) {
                    continue; // nothing is found for whom the field is closed, whatever the id
                }
                answered.add(place.name());
                if (!isNothing(place, unknown)) {
                    faults.add(place.name() + " for nonsense: " + unknown);
                }
                foreign()
                        .parallel() // each is answered by itself
                        .filter(id -> !ask(caller, place, id).equals(unknown))
                        .forEach(id ->
                                faults.add(place.name() + " with " + id + ": not as " + unknown));
            }
        }

        assertThat(faults).isEmpty();
        assertThat(answered)
                .containsExactlyInAnyOrderElementsOf(places().map(Place::name).toList());
        assertThat(everything(theirs.company())).isEqualTo(before);
    }

    @Test
    void theWalkGoesWhereItShould() {
        assertThat(places().map(Place::name))
                .contains(
                        "query node(id)",
                        "query report(input.filter.channelIds)",
                        "query conversations(filter.assigneeId)",
                        "mutation transferConversation(input.to.memberId)",
                        "mutation sendMessage(input.conversationId)",
                        "mutation rateConversation(input.conversationId)");
    }

    @Test
    void theSameDocumentsFindWhatIsOnesOwn() {
        var own = World.of(OUTSIDE, "Own", mails);
        var blind =
                places().peek(_ -> backInTheGroup(own))
                        .peek(place -> attachedAgain(own, place))
                        .filter(place ->
                                callers(own).stream().noneMatch(it -> finds(own, it, place)))
                        .map(Place::name)
                        .toList();

        assertThat(blind).isEmpty();
    }

    /** An earlier document may have taken the owner out, and a later one must find her there. */
    private static void backInTheGroup(World own) {
        own.company()
                .ask(
                        "mutation { addSkillGroupMember(input: {skillGroupId: \"%s\", memberId: \"%s\", level: 1, capacity: 5}) { userErrors { code } } }"
                                .formatted(own.own("skillGroupId"), own.own("memberId")))
                .userErrors();
    }

    /** What the first document of this kind took off, the second takes off as well. */
    private static void attachedAgain(World own, Place place) {
        if (place.name().contains("detachFromKnowledgeEntry")) {
            own.company()
                    .ask(
                            "mutation { attachToKnowledgeEntry(input: {entryId: \"%s\", fileId: \"%s\"}) { userErrors { code } } }"
                                    .formatted(own.own("entryId"), own.own("fileId")))
                    .userErrors();
        }
    }

    @Test
    void listsShowNothingOfAnotherCompany() {
        var seen = everything(ours.company()).toString();

        assertThat(theirs.ids().values()).noneMatch(seen::contains);
        assertThat(ours.ids().entrySet())
                .filteredOn(id -> !Set.of("vis", "prg", "upl").contains(id.getKey()))
                .allMatch(id -> seen.contains(id.getValue()));
    }

    @Test
    void aForeignSubscriptionIsOneErrorAndTheEnd() {
        var places = documents.places("subscription");
        var streams = new EventStreams(OUTSIDE);

        for (var place : places) {
            for (var token :
                    List.of(
                            ours.company().token(),
                            ours.visitor().token(),
                            ours.agent(),
                            ours.program())) {
                Function<String, List<JsonNode>> watched =
                        id -> streams.untilTheEnd(token, documents.at(place, id, ours::own));
                assertThat(Stream.concat(Stream.of(MALFORMED), foreign()).map(watched))
                        .as(place.name())
                        .allSatisfy(events -> {
                            assertThat(events).hasSize(1);
                            assertThat(events.getFirst().at("/errors").size()).isEqualTo(1);
                            assertThat(events.getFirst().at("/errors/0/extensions/code").asString())
                                    .isEqualTo("NOT_FOUND");
                            assertThat(theirs.ids().values())
                                    .noneMatch(events.getFirst().path("data").toString()::contains);
                        });
            }
        }
        assertThat(places.stream().map(Place::name))
                .contains("subscription conversationUpdates(conversationId)");
    }

    private Stream<Place> places() {
        return Stream.of("query", "mutation").flatMap(it -> documents.places(it).stream());
    }

    /** Their ids of every kind, and one of each kind that nothing ever had. */
    private Stream<String> foreign() {
        return theirs.ids().values().stream().flatMap(id -> Stream.of(id, neverUsed(id)));
    }

    /** Of the same form: any 16 bytes are an id. */
    private static String neverUsed(String id) {
        var at = id.indexOf('_') + 5;
        return id.substring(0, at) + (id.charAt(at) == 'a' ? 'b' : 'a') + id.substring(at + 1);
    }

    private static List<Function<Document, Outside.Answer>> callers(World world) {
        return List.of(
                document -> world.company().ask(document.text(), document.variables()),
                document -> world.visitor().ask(document.text(), document.variables()),
                document -> OUTSIDE.ask(world.agent(), document.text(), document.variables()),
                document -> OUTSIDE.ask(world.program(), document.text(), document.variables()));
    }

    private Seen ask(Function<Document, Outside.Answer> caller, Place place, String id) {
        return Seen.of(caller.apply(documents.at(place, id, ours::own)));
    }

    /** What the contract says of an id that is unknown. */
    private boolean isNothing(Place place, Seen seen) {
        if (place.operation().equals("mutation")) {
            return seen.errors().isEmpty() && seen.userErrors().equals(List.of("NOT_FOUND"));
        }
        var root = seen.data().path(place.field().name());
        var type = place.field().type().named();
        var empty =
                type.endsWith("Connection")
                        ? root.path("nodes").isArray() && root.path("nodes").isEmpty()
                        // figures of nothing
                        : root.isNull() || type.equals("Report");
        return seen.errors().isEmpty() && empty;
    }

    private boolean finds(World own, Function<Document, Outside.Answer> caller, Place place) {
        Function<String, Seen> asked =
                id -> Seen.of(caller.apply(documents.at(place, id, own::own)));
        var nothing = asked.apply(MALFORMED);
        if (nothing.forbidden()) {
            return false;
        }
        if (place.operation().equals("query")) {
            // the warehouse learns of it a moment later
            await(place.name())
                    .atMost(LONG)
                    .pollDelay(Duration.ZERO) // nearly all is there
                    .until(() ->
                            own.likely(place.path().getLast())
                                    .anyMatch(id -> !asked.apply(id).equals(nothing)));
            return true;
        }
        return own.likely(place.path().getLast()).anyMatch(id -> !asked.apply(id).equals(nothing));
    }

    /** All that a company's owner reads without naming anything. */
    private Map<String, JsonNode> everything(Company company) {
        var seen = new LinkedHashMap<String, JsonNode>();
        schema.root("query").stream()
                .filter(Introspected.Field::needsNothing)
                .forEach(field ->
                        seen.put(
                                field.name(),
                                lasting(company.ask(documents.all(field).text()).only())));
        return seen;
    }

    /** Without links, each of which is signed for its time. */
    private static JsonNode lasting(JsonNode answer) {
        answer.findParents("url").forEach(it -> ((ObjectNode) it).remove("url"));
        answer.findParents("expiresAt").forEach(it -> ((ObjectNode) it).remove("expiresAt"));
        return answer;
    }
}
