package io.wenda.benchmark;

import io.wenda.testing.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A company of the product, whose owner is its one agent. */
record Company(Api api, Map<String, String> owner, String member, String group) {
    /** What one agent can have. */
    static final int MOST_CONVERSATIONS = 100;

    private static final String PAGE = "https://shop.example";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SIGN_UP =
            """
            mutation($i: SignUpInput!) {
              signUp(input: $i) { company { id } owner { id } userErrors { code message } }
            }
            """;
    private static final String JOIN =
            """
            mutation($i: AddSkillGroupMemberInput!) {
              addSkillGroupMember(input: $i) { skillGroup { id } userErrors { code message } }
            }
            """;
    private static final String ONLINE =
            """
            mutation {
              setAvailability(input: {status: ONLINE}) { availability { status } userErrors { code message } }
            }
            """;
    private static final String CHANNEL =
            """
            mutation($i: CreateChannelInput!) {
              createChannel(input: $i) { channel { id publicKey } userErrors { code message } }
            }
            """;
    private static final String SESSION =
            """
            mutation($i: StartWidgetSessionInput!) {
              startWidgetSession(input: $i) { accessToken userErrors { code message } }
            }
            """;
    private static final String FIRST =
            """
            mutation($i: SendMessageInput!) {
              sendMessage(input: $i) { conversation { id } userErrors { code message } }
            }
            """;
    private static final String SEND =
            "mutation($i: SendMessageInput!) { sendMessage(input: $i) { message { id seq } userErrors { code } } }";

    /** Signs up and in; its owner is online. */
    static Company signUp(Api api) {
        var email = "owner-" + UUID.randomUUID() + "@example.com";
        var password = "Correct-horse-" + UUID.randomUUID();
        var input =
                Map.of(
                        "companyName",
                        "Benchmark",
                        "ownerName",
                        "Owner",
                        "email",
                        email,
                        "password",
                        password);
        var member = api.ask(Map.of(), SIGN_UP, Map.of("i", input)).at("/owner/id").asString();
        var owner = Api.bearer(new SignIn(api).token(email, password));
        var group =
                api.ask(owner, "{ skillGroups(first: 1) { nodes { id } } }", Map.of())
                        .at("/nodes/0/id")
                        .asString();
        var join =
                Map.of("skillGroupId", group, "memberId", member, "capacity", MOST_CONVERSATIONS);
        api.ask(owner, JOIN, Map.of("i", join));
        api.ask(owner, ONLINE, Map.of());
        return new Company(api, owner, member, group);
    }

    JsonNode ask(String query, Map<String, ?> variables) {
        return api.ask(owner, query, variables);
    }

    /** The public key of a new web channel. */
    String channel(boolean bot) {
        var input =
                Map.of(
                        "type",
                        "WEB",
                        "name",
                        "Shop " + UUID.randomUUID(),
                        "skillGroupId",
                        group,
                        "allowedOrigins",
                        List.of(PAGE),
                        "botEnabled",
                        bot);
        return ask(CHANNEL, Map.of("i", input)).at("/channel/publicKey").asString();
    }

    /** Somebody new on the channel's page, who has written the text once. */
    Visitor visitor(int port, String channel, String text) {
        var session =
                api.ask(
                        Map.of("Origin", PAGE),
                        SESSION,
                        Map.of("i", Map.of("channelKey", channel, "locale", "en")));
        var headers =
                Map.of(
                        "Authorization",
                        "Bearer " + session.path("accessToken").asString(),
                        "Origin",
                        PAGE);
        var first = Map.of("clientMessageId", UUID.randomUUID().toString(), "text", text);
        var conversation =
                api.ask(headers, FIRST, Map.of("i", first)).at("/conversation/id").asString();
        return new Visitor(port, headers, conversation, SEND, text);
    }

    /** Waits until the agent has so many conversations. */
    void awaitActive(int count) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (active() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only " + active() + " conversations are active");
            }
            ClosedLoop.pause(Duration.ofMillis(200));
        }
    }

    private long active() {
        return ask(
                        "{ conversations(filter: {states: [ACTIVE]}, first: 1) { totalCount } }",
                        Map.of())
                .path("totalCount")
                .asLong();
    }
}
