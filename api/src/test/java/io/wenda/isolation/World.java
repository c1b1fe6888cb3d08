package io.wenda.isolation;

import static org.awaitility.Awaitility.await;

import io.wenda.Colleague;
import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.Outside;
import io.wenda.tenant.Role;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A company that has one of everything, and the ids of all of it by the beginning of the id.
 *
 * @param agent the token of a colleague who is one
 * @param program the token of an administrating program
 */
record World(
        Company company,
        Company.Visitor visitor,
        String agent,
        String program,
        Map<String, String> ids) {
    private static final Duration LONG = Duration.ofSeconds(60);

    static World of(Outside outside, String name, MailsWanted mails) {
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
        var program = Programs.token(company, Role.ADMIN);
        var ids = new LinkedHashMap<String, String>();
        List.of(
                        company.id(),
                        company.owner(),
                        outside.ask(program, "{ viewer { ... on Program { id } } }", Map.of())
                                .only()
                                .path("id")
                                .asString(),
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
                        company.sends("faq.csv", "question,answer\nWhen?,Now.\n"),
                        imported(company),
                        made(
                                company,
                                "createTicket(input: {subject: \"Parcel\", conversationId: \""
                                        + conversation
                                        + "\", assigneeId: \""
                                        + company.owner()
                                        + "\"}) { ticket { id }",
                                "/ticket/id"))
                .forEach(id -> ids.put(id.substring(0, id.indexOf('_')), id));
        ids.put("kna", attached(company, ids));
        missed(company, channel.path("publicKey").asString(), ids);
        tried(company, ids);
        answered(company, channel.path("publicKey").asString(), ids);
        var agent = Colleague.join(company, mails, "AGENT").token();
        return new World(company, visitor, agent, program, ids);
    }

    /** The company's own id for an input of that name. */
    String own(String input) {
        return guess(input)
                .orElseThrow(() -> new AssertionError("teach the walk whose id " + input + " is"));
    }

    /** All of its ids; first the one that an input of that name most likely takes. */
    Stream<String> likely(String input) {
        return Stream.concat(guess(input).stream(), ids.values().stream()).distinct();
    }

    private Optional<String> guess(String input) {
        var name = input.toLowerCase(Locale.ROOT);
        return Stream.of(
                        Map.entry("apikey", "prg"),
                        Map.entry("channel", "chn"),
                        Map.entry("member", "mem"),
                        Map.entry("assignee", "mem"),
                        Map.entry("agent", "mem"),
                        Map.entry("group", "skg"),
                        Map.entry("conversation", "cnv"),
                        Map.entry("message", "msg"),
                        Map.entry("entry", "kne"),
                        Map.entry("gap", "gap"),
                        Map.entry("proposal", "prp"),
                        Map.entry("import", "kni"),
                        Map.entry("upload", "upl"),
                        Map.entry("file", "kna"),
                        Map.entry("set", "qst"),
                        Map.entry("question", "sqn"),
                        Map.entry("trial", "trl"),
                        Map.entry("ticket", "tkt"))
                .filter(it -> name.contains(it.getKey()))
                .findFirst()
                .map(it -> Objects.requireNonNull(ids.get(it.getValue())));
    }

    private static String attached(Company company, Map<String, String> ids) {
        var file = company.sends("/files/attachments", "note.txt", "There.");
        made(
                company,
                "attachToKnowledgeEntry(input: {entryId: \"%s\", fileId: \"%s\"}) { entry { id }"
                        .formatted(ids.get("kne"), file),
                "/entry/id");
        return file;
    }

    /** A question that the bot could not answer and the owner did. */
    private static void missed(Company company, String publicKey, Map<String, String> ids) {
        bot(company, ids, true);
        var conversation =
                company.newVisitor(publicKey)
                        .says("Do you wrap gifts?")
                        .at("/conversation/id")
                        .asString();
        var state = "{ conversation(id: \"" + conversation + "\") { state } }";
        await().atMost(LONG)
                .until(() -> company.ask(state).only().path("state").asString().equals("ACTIVE"));
        made(
                company,
                "sendMessage(input: {conversationId: \""
                        + conversation
                        + "\", clientMessageId: \"gift\", text: \"We wrap every order as a gift.\"}) { message { id }",
                "/message/id");
        made(
                company,
                "closeConversation(input: {conversationId: \""
                        + conversation
                        + "\", outcome: RESOLVED}) { conversation { id }",
                "/conversation/id");
        var proposals = "{ knowledgeProposals(first: 1) { nodes { id gap { id } } } }";
        await("proposed")
                .atMost(LONG)
                .until(() -> company.ask(proposals).only().at("/nodes/0").isObject());
        var proposal = company.ask(proposals).only().at("/nodes/0");
        ids.put("prp", proposal.path("id").asString());
        ids.put("gap", proposal.at("/gap/id").asString());
        bot(company, ids, false);
    }

    private static void bot(Company company, Map<String, String> ids, boolean enabled) {
        made(
                company,
                "updateChannel(input: {channelId: \"%s\", botEnabled: %s}) { channel { id }"
                        .formatted(ids.get("chn"), enabled),
                "/channel/id");
    }

    /** A question that the bot has answered. */
    private static void answered(Company company, String publicKey, Map<String, String> ids) {
        var entry = ids.get("kne");
        company.publishes(entry);
        bot(company, ids, true);
        company.newVisitor(publicKey).says("Where?");
        var answered =
                "{ conversationsAnsweredWith(entryId: \"%s\", version: 1) { nodes { id } } }"
                        .formatted(entry);
        await("answered")
                .atMost(LONG)
                .until(() -> !company.ask(answered).only().path("nodes").isEmpty());
        bot(company, ids, false);
    }

    private static String imported(Company company) {
        var id =
                made(
                        company,
                        "importKnowledge(input: {uploadId: \""
                                + company.sends("faq.csv", "question,answer\nWhen?,Now.\n")
                                + "\", dryRun: true}) { knowledgeImport { id }",
                        "/knowledgeImport/id");
        var look = "{ knowledgeImport(id: \"" + id + "\") { state } }";
        await().atMost(LONG)
                .until(() -> company.ask(look).only().path("state").asString().equals("DONE"));
        return id;
    }

    /** A set with a question and a run, and the replay of the entry's draft. */
    private static void tried(Company company, Map<String, String> ids) {
        var set =
                made(
                        company,
                        "createQuestionSet(input: {name: \"Parcels\"}) { set { id }",
                        "/set/id");
        ids.put("qst", set);
        ids.put(
                "sqn",
                made(
                        company,
                        "addSetQuestions(input: {setId: \""
                                + set
                                + "\", questions: [{question: \"Why?\", locale: \"en\"}]}) { set { questions { nodes { id } } }",
                        "/set/questions/nodes/0/id"));
        made(
                company,
                "startBatchTest(input: {setId: \"" + set + "\"}) { trial { id }",
                "/trial/id");
        ids.put(
                "trl",
                made(
                        company,
                        "startReplay(input: {changes: [{entryId: \""
                                + ids.get("kne")
                                + "\", version: 1}]}) { trial { id }",
                        "/trial/id"));
    }

    private static String made(Company company, String mutation, String pointer) {
        return company.ask("mutation { " + mutation + " userErrors { code } } }")
                .done()
                .at(pointer)
                .asString();
    }
}
