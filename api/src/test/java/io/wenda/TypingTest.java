package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who types is told to everybody else in the conversation, as it happens. */
class TypingTest extends RunningApplication {
    private static final String STREAM =
            "subscription($c: ID!) { conversationUpdates(conversationId: $c) { __typename ... on Typing { sender author until } ... on Message { seq } } }";
    private static final String TYPE =
            "mutation($c: ID!, $t: Boolean!, $i: Boolean) { setTyping(input: {conversationId: $c, typing: $t, internal: $i}) { until userErrors { code field } } }";

    private World world;
    private String conversation;

    @BeforeEach
    void aConversation() {
        world = World.in(OUTSIDE.newCompany("Acme " + UUID.randomUUID()));
        conversation = world.id("conversation");
    }

    @Test
    void eachSideSeesTheOtherTypeAndStopAndNeverHerself() {
        try (var visitor = watch(world.visitor().token(), Company.PAGE);
                var agent = watch(world.company().token(), null)) {
            settled(visitor, agent);

            var told = world.visitor().ask(TYPE, type(true, false)).done();
            var seen = agent.until(TypingTest::isTyping);
            assertThat(seen.path("sender").asString()).isEqualTo("CONTACT");
            assertThat(seen.path("until")).isEqualTo(told.path("until"));
            assertThat(Instant.parse(seen.path("until").asString()))
                    .isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(6));
            world.visitor().ask(TYPE, type(false, false)).done();
            await().until(() -> typings(agent).size() == 2);

            world.company().ask(TYPE, type(true, true)).done();
            world.company().ask(TYPE, type(true, false)).done();
            var agents = visitor.until(TypingTest::isTyping);
            assertThat(agents.path("sender").asString()).isEqualTo("AGENT");
            assertThat(agents.path("author").asString()).isEqualTo("Owner");
            assertThat(typings(visitor)).hasSize(1);
            assertThat(typings(agent)).hasSize(2);
        }
    }

    @Test
    void aVisitorIsNotToldThatANoteIsWritten() {
        try (var visitor = watch(world.visitor().token(), Company.PAGE)) {
            settled(visitor);

            world.company().ask(TYPE, type(true, true)).done();
            var after = world.visitor().says("still there?").at("/message/seq").asInt();
            visitor.until(it -> it.path("seq").asInt(0) == after);

            assertThat(typings(visitor)).isEmpty();
        }
    }

    @Test
    void whoMayNotWriteThereIsToldThatThereIsNoSuchConversation() {
        var stranger =
                world.company()
                        .newVisitor(world.company().newChannel(false).path("publicKey").asString());
        var other = OUTSIDE.newCompany("Other " + UUID.randomUUID());

        assertThat(stranger.ask(TYPE, type(true, false)).userErrors()).containsExactly("NOT_FOUND");
        assertThat(other.ask(TYPE, type(true, false)).userErrors()).containsExactly("NOT_FOUND");
        assertThat(OUTSIDE.ask(null, TYPE, type(true, false)).codes())
                .containsExactly("UNAUTHENTICATED");
    }

    /** Until what is stored has come, so that what follows is new. */
    private static void settled(Socket... sockets) {
        for (var socket : sockets) {
            socket.until(it -> it.path("__typename").asString().equals("ConversationChange"));
        }
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
    }

    private Map<String, Object> type(boolean typing, boolean internal) {
        return Map.of("c", conversation, "t", typing, "i", internal);
    }

    private Socket watch(String token, @Nullable String page) {
        return Socket.subscribe(OUTSIDE, token, page, STREAM, Map.of("c", conversation));
    }

    private static boolean isTyping(JsonNode event) {
        return event.path("__typename").asString().equals("Typing");
    }

    private static List<JsonNode> typings(Socket socket) {
        return socket.events().stream().filter(TypingTest::isTyping).toList();
    }
}
