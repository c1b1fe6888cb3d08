package io.wenda.isolation;

import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.Outside;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A company that has one of everything, and the ids of all of it by the beginning of the id. */
record World(Company company, Company.Visitor visitor, Map<String, String> ids) {
    private static final Duration LONG = Duration.ofSeconds(60);

    static World of(Outside outside, String name) {
        var company = outside.newCompany(name);
        company.ask("mutation { setAvailability(input: {status: ONLINE}) { userErrors { code } } }")
                .done();
        var channel = company.newChannel(false);
        var visitor = company.newVisitor(channel.path("publicKey").asString());
        var said = visitor.says("Where is my parcel?");
        var conversation = said.at("/conversation/id").asString();
        var about = "{ conversation(id: \"" + conversation + "\") { state contact { id } } }";
        await().atMost(LONG)
                .until(() -> company.ask(about).only().path("state").asString().equals("ACTIVE"));
        var ids = new LinkedHashMap<String, String>();
        List.of(
                        company.id(),
                        company.owner(),
                        program(company),
                        visitor.id(),
                        company.ask(about).only().at("/contact/id").asString(),
                        channel.path("id").asString(),
                        company.ask("{ skillGroups(first: 1) { nodes { id } } }")
                                .only()
                                .at("/nodes/0/id")
                                .asString(),
                        made(
                                company,
                                "createKnowledgeEntry(input: {locale: \"en\", question: \"Where?\", answer: \"There.\"}) { entry { id }",
                                "/entry/id"),
                        conversation,
                        said.at("/message/id").asString(),
                        made(
                                company,
                                "createTicket(input: {subject: \"Parcel\", conversationId: \""
                                        + conversation
                                        + "\", assigneeId: \""
                                        + company.owner()
                                        + "\"}) { ticket { id }",
                                "/ticket/id"))
                .forEach(id -> ids.put(id.substring(0, id.indexOf('_')), id));
        return new World(company, visitor, ids);
    }

    /** The company's own id for an input of that name. */
    String own(String input) {
        var name = input.toLowerCase(Locale.ROOT);
        var kind =
                Stream.of(
                                Map.entry("apikey", "prg"),
                                Map.entry("channel", "chn"),
                                Map.entry("member", "mem"),
                                Map.entry("assignee", "mem"),
                                Map.entry("agent", "mem"),
                                Map.entry("group", "skg"),
                                Map.entry("conversation", "cnv"),
                                Map.entry("message", "msg"),
                                Map.entry("entry", "kne"),
                                Map.entry("ticket", "tkt"))
                        .filter(it -> name.contains(it.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(() ->
                                new AssertionError("teach the walk whose id " + input + " is"));
        return Objects.requireNonNull(ids.get(kind));
    }

    private static String made(Company company, String mutation, String pointer) {
        return company.ask("mutation { " + mutation + " userErrors { code } } }")
                .done()
                .at(pointer)
                .asString();
    }

    private static String program(Company company) {
        var key =
                company.ask(
                                "mutation { createApiKey(input: {name: \"ERP\", roles: [ADMIN]}) { clientId clientSecret userErrors { code } } }")
                        .done();
        var basic =
                encoded(key.path("clientId").asString())
                        + ":"
                        + encoded(key.path("clientSecret").asString());
        var answer =
                company.outside()
                        .send(
                                HttpRequest.newBuilder(company.outside().at("/oauth2/token"))
                                        .header(
                                                "Authorization",
                                                "Basic "
                                                        + Base64.getEncoder()
                                                                .encodeToString(
                                                                        basic.getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8)))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "grant_type=client_credentials"))
                                        .build());
        var token = JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
        return company.outside()
                .ask(token, "{ viewer { ... on Program { id } } }", Map.of())
                .only()
                .path("id")
                .asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
