package io.wenda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A company whose page carries the widget, with its owner Mei as the agent, who acts by the API.
 */
final class WidgetShop {
    static final String GREETING = "Welcome to the tea shop";

    private final Company company;
    private final HostPage page;
    private final String channel;
    private final String key;

    private WidgetShop(Company company, HostPage page, String channel, String key) {
        this.company = company;
        this.page = page;
        this.channel = channel;
        this.key = key;
    }

    /** On that page, with or without a bot. */
    static WidgetShop on(HostPage page, Company company, boolean bot) {
        var channel =
                Map.of(
                        "type",
                        "WEB",
                        "name",
                        "Shop",
                        "allowedOrigins",
                        List.of(page.origin()),
                        "botEnabled",
                        bot,
                        "greeting",
                        GREETING);
        var made =
                company.ask(
                                """
                                mutation($i: CreateChannelInput!) {
                                  createChannel(input: $i) { channel { id publicKey } userErrors { code message } } }
                                """,
                                Map.of("i", channel))
                        .done();
        return new WidgetShop(
                company,
                page,
                made.at("/channel/id").asString(),
                made.at("/channel/publicKey").asString());
    }

    HostPage page() {
        return page;
    }

    Company company() {
        return company;
    }

    String key() {
        return key;
    }

    /** The bot knows that answer from now on. */
    WidgetShop knows(String locale, String question, String answer) {
        company.publishes(company.writes(locale, question, answer));
        return this;
    }

    /** The bot has that name and face, a greeting and three buttons. */
    WidgetShop lookingLike(String name, String initials, String colour) {
        company.ask(
                        """
                        mutation($c: ID!, $n: String!, $i: String!, $k: String!, $g: String!) {
                          chooseBotProfile(input: {channelId: $c, name: $n, initials: $i, colour: $k,
                            greetings: [{locale: "en", text: "Hello"}, {locale: "zh-CN", text: $g}]
                            quickButtons: [
                              {wordings: [
                                {locale: "en", label: "Refunds"},
                                {locale: "zh-CN", label: "退款", question: "退款需要多久？"}]}
                              {wordings: [{locale: "en", label: "Parcels"}]}
                              {person: true, wordings: [{locale: "zh", label: "找客服"}]}]
                          }) { userErrors { code message } } }
                        """,
                        Map.of(
                                "c", channel,
                                "n", name,
                                "i", initials,
                                "k", colour,
                                "g", "您好，我是" + name))
                .done();
        return this;
    }

    /** The agent takes conversations from now on, or takes none. */
    void available(boolean online) {
        company.ask(
                        """
                        mutation($i: SetAvailabilityInput!) {
                          setAvailability(input: $i) { userErrors { code message } } }
                        """,
                        Map.of("i", Map.of("status", online ? "ONLINE" : "OFFLINE")))
                .done();
    }

    /** The one conversation that was begun last. */
    String conversation() {
        return company.ask("{ conversations(first: 1) { nodes { id } } }")
                .only()
                .at("/nodes/0/id")
                .asString();
    }

    void writes(String conversation, String text) {
        company.ask(
                        """
                        mutation($i: SendMessageInput!) {
                          sendMessage(input: $i) { userErrors { code message } } }
                        """,
                        Map.of(
                                "i",
                                Map.of(
                                        "conversationId", conversation,
                                        "clientMessageId", UUID.randomUUID().toString(),
                                        "text", text)))
                .done();
    }

    void types(String conversation) {
        company.ask(
                        """
                        mutation($i: SetTypingInput!) {
                          setTyping(input: $i) { userErrors { code message } } }
                        """,
                        Map.of("i", Map.of("conversationId", conversation, "typing", true)))
                .done();
    }

    void closes(String conversation) {
        company.ask(
                        """
                        mutation($i: CloseConversationInput!) {
                          closeConversation(input: $i) { userErrors { code message } } }
                        """,
                        Map.of("i", Map.of("conversationId", conversation, "outcome", "RESOLVED")))
                .done();
    }

    /** What the server has of the conversation, as "sender: text", in order. */
    List<String> transcript(String conversation) {
        var lines = new ArrayList<String>();
        for (var seq = 0; ; ) {
            var page = messages(conversation, seq);
            for (var message : page) {
                lines.add(
                        message.path("sender").asString() + ": " + message.path("text").asString());
                seq = message.path("seq").asInt();
            }
            if (page.size() < 200) {
                return lines;
            }
        }
    }

    private JsonNode messages(String conversation, int afterSeq) {
        var nodes =
                company.ask(
                                """
                                query($c: ID!, $s: Int!) { conversation(id: $c) {
                                  messages(first: 200, afterSeq: $s) { nodes { seq sender text } } } }
                                """,
                                Map.of("c", conversation, "s", afterSeq))
                        .only()
                        .at("/messages/nodes");
        assertThat(nodes.isArray()).isTrue();
        return nodes;
    }

    int rating(String conversation) {
        return company.ask(
                        "query($c: ID!) { conversation(id: $c) { rating { score } } }",
                        Map.of("c", conversation))
                .only()
                .at("/rating/score")
                .asInt();
    }
}
