package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer says what to mend, and nothing is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest extends RunningApplication {
    private World world;

    @BeforeAll
    void aCompany() {
        world = World.in(OUTSIDE.newCompany("Acme " + UUID.randomUUID()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\":",
                "[]",
                "\"x\"",
                "{}",
                "null",
                "{\"query\":\"{\"}",
                "{\"query\":\"{nope}\"}",
                "{\"query\":\"{__typename}\",\"variables\":\"x\"}",
                "{\"query\":\"query a{__typename}\",\"operationName\":\"b\"}",
                "{\"query\":\"query($a: Int){__typename channels(first:$a){totalCount}}\",\"variables\":{\"a\":\"x\"}}",
                "{\"query\":\"mutation{moveTicket(input:{ticketId:\\\"x\\\",to:NOWHERE}){ticket{id}}}\"}",
                "{\"query\":\"mutation{moveTicket(input:{ticketId:\\\"x\\\"}){ticket{id}}}\"}",
                "{\"query\":\"{report(input:{metrics:[],from:\\\"yesterday\\\",to:\\\"now\\\"}){timeZone}}\"}",
                "{\"query\":\"subscription{inbox{change}}\"}"
            })
    void whatIsNoRequestIsABadOne(String body) {
        var answer = send(HttpRequest.BodyPublishers.ofString(body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.codes()).isNotEmpty().containsOnly("BAD_REQUEST");
    }

    @Test
    void bytesThatAreNoTextAreABadRequest() {
        var body =
                "{\"query\":\"{__typename}\",\"x\":\"\u00ff\"}"
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(send(HttpRequest.BodyPublishers.ofByteArray(body)).status()).isEqualTo(400);
    }

    @Test
    void aBodyBeyondOneMebibyteIsTooLargeAnnouncedOrNot() {
        var body =
                ("{\"query\":\"{__typename}\",\"variables\":{\"x\":\""
                                + "a".repeat(1 << 20)
                                + "\"}}")
                        .getBytes(StandardCharsets.US_ASCII);

        var announced = send(HttpRequest.BodyPublishers.ofByteArray(body));
        var chunked =
                send(
                        HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body)));

        assertThat(List.of(announced.status(), chunked.status())).containsExactly(413, 413);
        assertThat(announced.codes()).containsExactly("BAD_REQUEST");
    }

    @Test
    void onlyPostAsks() {
        var get =
                OUTSIDE.send(HttpRequest.newBuilder(OUTSIDE.at("/graphql?query=%7Bx%7D")).build());

        assertThat(get.statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 201, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aPageHasOneToTwoHundredItems(int first) {
        assertThat(ask("query($n: Int) { channels(first: $n) { totalCount } }", "n", first).codes())
                .containsExactly("BAD_REQUEST");
        assertThat(
                        ask(
                                        "query($n: Int) { skillGroups { nodes { members(first: $n) { nodes { level } } } } }",
                                        "n",
                                        first)
                                .codes())
                .containsOnly("BAD_REQUEST");
        assertThat(world.company().ask("{ channels(first: 200) { totalCount } }").codes())
                .isEmpty();
    }

    @Test
    void aCursorIsGoodForItsOwnListInItsOwnCompanyAlone() {
        var query =
                "query($a: String) { channels(first: 1, after: $a) { pageInfo { endCursor hasNextPage hasPreviousPage } nodes { name } } }";
        var first = world.company().ask(query).only();
        var cursor = first.at("/pageInfo/endCursor").asString();
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();

        var next = ask(query, "a", cursor).only();
        assertThat(next.at("/nodes/0/name")).isNotEqualTo(first.at("/nodes/0/name"));
        assertThat(next.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
        var other = OUTSIDE.newCompany("Other " + UUID.randomUUID());
        assertThat(other.ask(query, Map.of("a", cursor)).codes()).containsExactly("BAD_REQUEST");
        assertThat(
                        ask("query($a: String) { members(after: $a) { totalCount } }", "a", cursor)
                                .codes())
                .containsExactly("BAD_REQUEST");
        for (var broken : List.of("", "x", "?", cursor + "A", "A" + cursor.substring(1))) {
            assertThat(ask(query, "a", broken).codes()).as(broken).containsExactly("BAD_REQUEST");
        }
    }

    @Test
    void messagesHaveOneToEightThousandCharacters() {
        assertThat(say("a".repeat(100_000)).userErrors()).containsExactly("TOO_LONG");
        assertThat(say("字".repeat(8001)).userErrors()).containsExactly("TOO_LONG");
        assertThat(say("a\u0000b").userErrors()).containsExactly("INVALID");
        assertThat(say("a\ud83d").userErrors()).containsExactly("INVALID");
        assertThat(say("  ").userErrors()).containsExactly("INVALID");
        assertThat(say("😀".repeat(8000)).userErrors()).isEmpty();
    }

    @Test
    void aTextThatNoStoreTakesIsNamedWithItsPlace() {
        var answer =
                ask(
                        "mutation($n: String!) { createSkillGroup(input: {name: $n}) { skillGroup { id } userErrors { code field } } }",
                        "n",
                        "a\u0000");

        assertThat(answer.userErrors()).containsExactly("INVALID");
        assertThat(answer.only().at("/userErrors/0/field/0").asString()).isEqualTo("name");
        assertThat(
                        ask("query($q: String!) { askBot(question: $q) { text } }", "q", "\ud800")
                                .codes())
                .containsExactly("BAD_REQUEST");
    }

    @Test
    void aQuestionMayBeAsLongAsAMessage() {
        var ask = "query($q: String!) { askBot(question: $q) { decision } }";

        assertThat(ask(ask, "q", "x".repeat(8_000)).codes()).isEmpty();
        assertThat(ask(ask, "q", "x".repeat(8_001)).codes()).containsExactly("BAD_REQUEST");
    }

    @Test
    void anOperationThatAsksTooMuchIsToldByHowMuch() {
        var inside = "id";
        for (var i = 0; i < 5; i++) {
            inside = "messages(first: 200) { nodes { conversation { " + inside + " } } }";
        }
        var deep = ask("query($c: ID!) { conversation(id: $c) { " + inside + " } }", "c", "x");
        var aliases =
                IntStream.range(0, 3000)
                        .mapToObj(i -> "a" + i + ": channels(first: 200) { nodes { id } }")
                        .collect(Collectors.joining(" "));
        var fragments =
                "query { ...f0 } "
                        + IntStream.range(0, 40)
                                .mapToObj(i ->
                                        "fragment f%d on Query { ...f%d ...f%d }"
                                                .formatted(i, i + 1, i + 1))
                                .collect(Collectors.joining(" "))
                        + " fragment f40 on Query { viewer { __typename } }";

        assertThat(deep.status()).isEqualTo(400);
        assertThat(deep.codes()).containsExactly("TOO_COMPLEX");
        assertThat(deep.body().at("/errors/0/extensions/maxDepth").asInt()).isEqualTo(16);
        assertThat(world.company().ask("{ " + aliases + " }").codes())
                .containsAnyOf("TOO_COMPLEX", "BAD_REQUEST");
        assertThat(world.company().ask(fragments).codes()).containsExactly("TOO_COMPLEX");
        assertThat(
                        world.company()
                                .ask("{ company { id } }")
                                .body()
                                .at("/extensions/cost/complexity")
                                .asInt())
                .isEqualTo(2);
    }

    @Test
    void aRepeatAnswersTheSameObjectAndAnotherInputIsAConflict() {
        var create =
                "mutation($n: String!, $k: String) { createSkillGroup(input: {name: $n, idempotencyKey: $k}) { skillGroup { id name } userErrors { code field } } }";
        var key = UUID.randomUUID().toString();
        var name = "Returns " + key;

        var first = world.company().ask(create, Map.of("n", name, "k", key)).done();
        var again = world.company().ask(create, Map.of("n", name, "k", key)).done();
        var other = world.company().ask(create, Map.of("n", name + "!", "k", key));
        var longKey = world.company().ask(create, Map.of("n", name + "?", "k", "k".repeat(65)));

        assertThat(again).isEqualTo(first);
        assertThat(other.userErrors()).containsExactly("CONFLICT");
        assertThat(longKey.userErrors()).containsExactly("INVALID");
    }

    @Test
    void aRepeatShowsNoSecret() {
        var create =
                "mutation($k: String) { createApiKey(input: {name: \"ci\", roles: [ADMIN], idempotencyKey: $k}) { clientId clientSecret userErrors { code } } }";
        var key = Map.of("k", UUID.randomUUID().toString());

        var first = world.company().ask(create, key).done();
        var again = world.company().ask(create, key).done();

        assertThat(first.path("clientSecret").asString()).isNotEmpty();
        assertThat(again.path("clientSecret").isNull()).isTrue();
        assertThat(again.path("clientId")).isEqualTo(first.path("clientId"));
    }

    @Test
    void oneRefusedPartHidesNoOther() {
        var answer = world.company().ask("{ company { name } channels(first: 0) { totalCount } }");

        assertThat(answer.codes()).containsExactly("BAD_REQUEST");
        assertThat(answer.body().at("/data/company/name").asString()).startsWith("Acme");
        assertThat(answer.body().at("/errors/0/path/0").asString()).isEqualTo("channels");
    }

    private Outside.Answer say(String text) {
        return world.visitor()
                .ask(
                        "mutation($i: SendMessageInput!) { sendMessage(input: $i) { message { id } userErrors { code field } } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "clientMessageId",
                                        UUID.randomUUID().toString(),
                                        "text",
                                        text)));
    }

    private Outside.Answer ask(String query, String name, Object value) {
        return world.company().ask(query, Map.of(name, value));
    }

    private Outside.Answer send(HttpRequest.BodyPublisher body) {
        var response =
                OUTSIDE.send(
                        OUTSIDE.post(body)
                                .header("Authorization", "Bearer " + world.company().token())
                                .build());
        return new Outside.Answer(response.statusCode(), Outside.JSON.readTree(response.body()));
    }
}
