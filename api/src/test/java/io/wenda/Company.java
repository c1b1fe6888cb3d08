package io.wenda;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A test's own company, asked as its owner. */
public record Company(
        Outside outside, String id, String owner, String email, String password, String token) {
    /** The page that its widget is on. */
    public static final String PAGE = "https://shop.example";

    /** Asks as the owner. */
    public Outside.Answer ask(String query) {
        return ask(query, Map.of());
    }

    /** Asks as the owner. */
    public Outside.Answer ask(String query, Map<String, ?> variables) {
        return outside.ask(token, query, variables);
    }

    /** Signs up one more company with the owner's address and password; its id. */
    public String alsoOwns(String name) {
        return outside.ask(
                        null,
                        """
                        mutation($i: SignUpInput!) { signUp(input: $i) { company { id } userErrors { code message } } }
                        """,
                        Map.of(
                                "i",
                                Map.of(
                                        "companyName", name,
                                        "ownerName", "Owner",
                                        "email", email,
                                        "password", password)))
                .done()
                .at("/company/id")
                .asString();
    }

    /** Writes a draft of an entry; its id. */
    public String writes(String locale, String question, String answer) {
        return ask(
                        """
                        mutation($i: CreateKnowledgeEntryInput!) {
                          createKnowledgeEntry(input: $i) { entry { id } userErrors { code message } }
                        }
                        """,
                        Map.of(
                                "i",
                                Map.of(
                                        "locale", locale,
                                        "question", question,
                                        "answer", answer)))
                .done()
                .at("/entry/id")
                .asString();
    }

    /** Takes the entry's first version from its draft to the bot. */
    public void publishes(String entry) {
        for (var act : List.of("submit", "approve", "publish")) {
            ask(
                            "mutation($e: ID!) { %sKnowledgeVersion(input: {entryId: $e, version: 1}) { userErrors { code message } } }"
                                    .formatted(act),
                            Map.of("e", entry))
                    .done();
        }
    }

    /** Has an answer in English, which the bot knows once it is in the index; the entry's id. */
    public String knows(String question, String answer) {
        var entry = writes("en", question, answer);
        publishes(entry);
        return entry;
    }

    /** Sends a file of knowledge; the id of the upload. */
    public String sends(String name, String text) {
        return sends("/files", name, text);
    }

    /** Sends a file to that path; answers its id. */
    public String sends(String path, String name, String text) {
        var request =
                HttpRequest.newBuilder(outside.at(path + "?name=" + name))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(text));
        var answer = outside.send(request.build()).body();
        return Outside.JSON.readTree(answer).path("id").asString();
    }

    /** A new web channel on {@link #PAGE}, with or without a bot. */
    public JsonNode newChannel(boolean bot) {
        return newChannel("Shop " + UUID.randomUUID(), bot);
    }

    /** A new web channel of that name on {@link #PAGE}, with or without a bot. */
    public JsonNode newChannel(String name, boolean bot) {
        return ask(
                        """
                        mutation($i: CreateChannelInput!) {
                          createChannel(input: $i) { channel { id publicKey } userErrors { code message } }
                        }
                        """,
                        Map.of(
                                "i",
                                Map.of(
                                        "type",
                                        "WEB",
                                        "name",
                                        name,
                                        "allowedOrigins",
                                        List.of(PAGE),
                                        "botEnabled",
                                        bot)))
                .done()
                .path("channel");
    }

    /** A new visitor on the channel's page. */
    public Visitor newVisitor(String publicKey) {
        var session =
                outside.ask(
                                null,
                                PAGE,
                                """
                                mutation($i: StartWidgetSessionInput!) {
                                  startWidgetSession(input: $i) { accessToken visitorToken visitor { id } userErrors { code message } }
                                }
                                """,
                                Map.of("i", Map.of("channelKey", publicKey, "locale", "en")))
                        .done();
        return new Visitor(
                outside,
                session.at("/visitor/id").asString(),
                session.path("accessToken").asString(),
                session.path("visitorToken").asString());
    }

    /** Somebody on the company's page. */
    public record Visitor(Outside outside, String id, String token, String visitorToken) {

        /** Asks as the visitor. */
        public Outside.Answer ask(String query, Map<String, ?> variables) {
            return outside.ask(token, PAGE, query, variables);
        }

        /** Sends a message to her open conversation, or begins one. */
        public JsonNode says(String text) {
            return ask(
                            """
                            mutation($i: SendMessageInput!) {
                              sendMessage(input: $i) { message { id seq } conversation { id state } userErrors { code message } }
                            }
                            """,
                            Map.of(
                                    "i",
                                    Map.of(
                                            "clientMessageId",
                                            UUID.randomUUID().toString(),
                                            "text",
                                            text)))
                    .done();
        }
    }
}
