package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the console's and the widget's screens read and do beside the main job. */
class BesideTheMainJobTest extends RunningApplication {
    private static final String RATE =
            "mutation($m: ID!, $h: Boolean!) { rateAnswer(input: {messageId: $m, helpful: $h}) { message { helpful } userErrors { code } } }";

    @Autowired MailsWanted mails;

    @Test
    void aVisitorSaysWhetherTheAnswerHelped() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var entry = draft(company);
        company.publishes(entry);
        var visitor = company.newVisitor(company.newChannel(true).path("publicKey").asString());
        var conversation =
                visitor.says("How long does a refund take?").at("/conversation/id").asString();
        var messages =
                "query($c: ID!) { conversation(id: $c) { messages { nodes { id sender helpful } } } }";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> nodes(visitor, messages, conversation).size() == 2);
        var answer = nodes(visitor, messages, conversation).get(1).path("id").asString();

        assertThat(company.ask(RATE, Map.of("m", answer, "h", true)).codes())
                .containsExactly("FORBIDDEN");
        var rated = visitor.ask(RATE, Map.of("m", answer, "h", true)).done();

        assertThat(rated.at("/message/helpful").asBoolean()).isTrue();
        assertThat(nodes(visitor, messages, conversation).get(1).path("helpful").asBoolean())
                .isTrue();
        assertThat(nodes(visitor, messages, conversation).get(0).path("helpful").isNull()).isTrue();
        assertThat(visitor.ask(RATE, Map.of("m", answer, "h", false)).userErrors())
                .containsExactly("CONFLICT");
        company.ask(
                        "mutation($c: ID!) { closeConversation(input: {conversationId: $c, outcome: RESOLVED}) { userErrors { code } } }",
                        Map.of("c", conversation))
                .done();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> botOutcomes(company).contains("CONFIRMED"));
    }

    @Test
    void anAnalystReadsWhatIsPublishedAndHowOftenItWasSaid() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var entry = draft(company);
        var query =
                "{ knowledgeEntries { nodes { id use { shown } versions { nodes { number use { shown } } } } } }";
        var analyst = Colleague.join(company, mails, "ANALYST").token();
        assertThat(OUTSIDE.ask(analyst, query, Map.of()).only().path("nodes")).isEmpty();
        List.of("submit", "approve", "publish").forEach(act -> step(company, act, entry, "fine"));

        var seen = OUTSIDE.ask(analyst, query, Map.of()).only().at("/nodes/0");

        assertThat(seen.path("id").asString()).isEqualTo(entry);
        assertThat(seen.at("/use/shown").asInt(-1)).isZero();
        assertThat(seen.at("/versions/nodes/0/use/shown").asInt(-1)).isZero();
    }

    @Test
    void whatTheBotDecidesIsKeptAndTriedWithOtherThresholdsAndWords() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var other = OUTSIDE.newCompany("Other " + UUID.randomUUID());
        var entry = draft(company);
        company.publishes(entry);
        var visitor = company.newVisitor(company.newChannel(true).path("publicKey").asString());
        var conversation =
                visitor.says("How long does a refund take? I am 13800138000")
                        .at("/conversation/id")
                        .asString();
        var messages =
                "query($c: ID!) { conversation(id: $c) { messages { nodes { sender receipt { decision grounds { thresholds { answer } calibrationVersion wordsVersion model path } candidates { version score } } } } } }";
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        company.ask(messages, Map.of("c", conversation))
                                        .only()
                                        .at("/messages/nodes")
                                        .size()
                                == 2);

        var said = company.ask(messages, Map.of("c", conversation)).only().at("/messages/nodes/1");
        assertThat(said.at("/receipt/decision").asString()).isEqualTo("ANSWER");
        assertThat(said.at("/receipt/grounds/thresholds/answer").asDouble()).isEqualTo(0.6);
        assertThat(said.at("/receipt/grounds/model").asString()).isEqualTo("bge-small-en-v1.5-q");
        assertThat(said.at("/receipt/candidates/0/version").asInt()).isEqualTo(1);

        var got =
                "query($e: ID!, $v: Int!) { conversationsAnsweredWith(entryId: $e, version: $v) { nodes { id } } }";
        assertThat(company.ask(got, Map.of("e", entry, "v", 1)).only().at("/nodes/0/id").asString())
                .isEqualTo(conversation);
        assertThat(company.ask(got, Map.of("e", entry, "v", 2)).only().at("/nodes")).isEmpty();
        assertThat(other.ask(got, Map.of("e", entry, "v", 1)).only().at("/nodes")).isEmpty();

        var preview =
                "{ answeringPreview(thresholds: {answer: 1, clarify: 1}) { questions now { answered } then { handedOver } changes changed { question now then } } }";
        var tried = company.ask(preview).only();
        assertThat(tried.path("questions").asInt()).isEqualTo(1);
        assertThat(tried.at("/then/handedOver").asInt()).isEqualTo(1);
        assertThat(tried.at("/changed/0/question").asString())
                .isEqualTo("How long does a refund take? I am [phone]");
        assertThat(other.ask(preview).only().path("questions").asInt()).isZero();

        var thresholds =
                "mutation($a: Float!) { chooseAnsweringThresholds(input: {answer: $a, clarify: 0.2, idempotencyKey: \"one\"}) { thresholds { answer } userErrors { code } } }";
        company.ask(thresholds, Map.of("a", 1)).done();
        company.ask(thresholds, Map.of("a", 1)).done();
        assertThat(company.ask("{ answeringThresholds { answer } }").only().path("answer").asInt())
                .isEqualTo(1);
        assertThat(other.ask("{ answeringThresholds { answer } }").only().path("answer").asDouble())
                .isEqualTo(0.6);
        assertThat(
                        company.ask(
                                        "mutation { chooseAnsweringThresholds(input: {answer: 0.1, clarify: 0.2}) { userErrors { code } } }")
                                .userErrors())
                .containsExactly("INVALID");

        var words =
                "mutation($s: [SynonymInput!]!) { chooseAnsweringWords(input: {synonyms: $s, sensitive: [\"lawyer\"]}) { words { version synonyms { word others } sensitive } userErrors { code } } }";
        var chosen =
                company.ask(
                                words,
                                Map.of(
                                        "s",
                                        List.of(
                                                Map.of(
                                                        "word",
                                                        "refund",
                                                        "others",
                                                        List.of("moolah")))))
                        .done();
        assertThat(chosen.at("/words/version").asInt()).isEqualTo(1);
        assertThat(chosen.at("/words/synonyms/0/others/0").asString()).isEqualTo("moolah");
        var ask =
                "query($q: String!, $p: String) { askBot(question: $q, previousQuestion: $p) { decision grounds { path } } }";
        assertThat(
                        company.ask(ask, Map.of("q", "my lawyer wants a refund"))
                                .only()
                                .at("/grounds/path/0")
                                .asString())
                .isEqualTo("SENSITIVE_QUESTION");
        assertThat(
                        company.ask(ask, Map.of("q", "how long does the moolah take?"))
                                .only()
                                .at("/grounds/path/0")
                                .asString())
                .isEqualTo("SYNONYMS");
        assertThat(other.ask("{ answeringWords { version } }").only().path("version").asInt())
                .isZero();
    }

    @Test
    void whatAReviewerSaidIsReadAndAnEntryIsRetired() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var entry = draft(company);
        step(company, "submit", entry, "please look");
        step(company, "reject", entry, "name the days");
        var version =
                "query($e: ID!) { knowledgeEntry(id: $e) { published { number } latest { state reviewComment history { from to comment by { name } } } } }";
        var rejected = company.ask(version, Map.of("e", entry)).only().path("latest");
        assertThat(rejected.path("reviewComment").asString()).isEqualTo("name the days");
        assertThat(rejected.path("history").valueStream().map(it -> it.path("to").asString()))
                .containsExactly("DRAFT", "IN_REVIEW", "DRAFT");
        assertThat(rejected.at("/history/1/comment").asString()).isEqualTo("please look");
        assertThat(rejected.at("/history/2/by/name").asString()).isEqualTo("Owner");

        company.publishes(entry);
        var retire =
                "mutation($e: ID!) { retireKnowledgeEntry(input: {entryId: $e, comment: \"sold out\"}) { entry { published { number } } userErrors { code } } }";
        assertThat(decision(company)).isEqualTo("ANSWER");
        company.ask(retire, Map.of("e", entry)).done();

        assertThat(decision(company)).isEqualTo("HANDOVER");
        var retired = company.ask(version, Map.of("e", entry)).only();
        assertThat(retired.path("published").isNull()).isTrue();
        assertThat(retired.at("/latest/state").asString()).isEqualTo("RETIRED");
        assertThat(company.ask(retire, Map.of("e", entry)).userErrors())
                .containsExactly("NOT_ALLOWED_NOW");
    }

    @Test
    void anEntryIsFiledWithoutAReview() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var entry = draft(company);
        var file =
                "mutation($e: ID!, $c: String) { fileKnowledgeEntry(input: {entryId: $e, category: $c, tags: [\"refund\", \"money\"]}) { entry { category tags latest { number } } userErrors { code field } } }";

        var filed = company.ask(file, Map.of("e", entry, "c", "Returns")).done();

        assertThat(filed.at("/entry/category").asString()).isEqualTo("Returns");
        assertThat(filed.at("/entry/tags").valueStream().map(JsonNode::asString))
                .containsExactly("refund", "money");
        assertThat(filed.at("/entry/latest/number").asInt()).isEqualTo(1);
        assertThat(company.ask("{ knowledgeCategories }").only().valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("Returns");
        assertThat(company.ask(file, Map.of("e", entry, "c", "x".repeat(201))).userErrors())
                .containsExactly("TOO_LONG");
        var other = OUTSIDE.newCompany("Other " + UUID.randomUUID());
        assertThat(other.ask(file, Map.of("e", entry, "c", "Mine")).userErrors())
                .containsExactly("NOT_FOUND");
        assertThat(other.ask("{ knowledgeCategories }").only()).isEmpty();
        assertThat(company.ask("{ knowledgeCategories }").only()).hasSize(1);
    }

    @Test
    void aMetricIsExplainedInTheLanguageOfTheReader() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var metrics = "query($l: Locale) { metrics(locale: $l) { metric name } }";

        assertThat(csatIn(company, metrics, "zh-CN")).isEqualTo("满意度");
        assertThat(csatIn(company, metrics, "en")).isEqualTo("Customer satisfaction");
    }

    private static String csatIn(Company company, String query, String locale) {
        return company.ask(query, Map.of("l", locale))
                .only()
                .valueStream()
                .filter(it -> it.path("metric").asString().equals("CSAT"))
                .map(it -> it.path("name").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ticketsAreNarrowedAndChangeHands() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var ticket =
                company.ask(
                                "mutation { createTicket(input: {subject: \"Check\"}) { ticket { id } userErrors { code } } }")
                        .done()
                        .at("/ticket/id")
                        .asString();
        var list =
                "query($f: TicketFilter) { tickets(filter: $f) { totalCount nodes { assignee { name } } } }";
        var hers = Map.of("f", Map.of("assigneeId", company.owner(), "states", List.of("OPEN")));
        assertThat(company.ask(list, hers).only().path("totalCount").asInt()).isEqualTo(0);

        company.ask(
                        "mutation($t: ID!, $m: ID) { assignTicket(input: {ticketId: $t, assigneeId: $m}) { ticket { id } userErrors { code } } }",
                        Map.of("t", ticket, "m", company.owner()))
                .done();

        assertThat(company.ask(list, hers).only().at("/nodes/0/assignee/name").asString())
                .isEqualTo("Owner");
        assertThat(
                        company.ask(list, Map.of("f", Map.of("states", List.of("CLOSED"))))
                                .only()
                                .path("nodes"))
                .isEmpty();
    }

    @Test
    void aMemberLeavesAGroup() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var groups = "{ skillGroups { nodes { id members { nodes { member { id } } } } } }";
        var general = company.ask(groups).only().at("/nodes/0");
        assertThat(general.at("/members/nodes")).hasSize(1);
        var leave =
                "mutation($g: ID!, $m: ID!) { removeSkillGroupMember(input: {skillGroupId: $g, memberId: $m}) { skillGroup { id } userErrors { code field } } }";
        var seat = Map.of("g", general.path("id").asString(), "m", company.owner());

        company.ask(leave, seat).done();

        assertThat(company.ask(groups).only().at("/nodes/0/members/nodes")).isEmpty();
        assertThat(company.ask(leave, seat).userErrors()).containsExactly("NOT_FOUND");
    }

    @Test
    void aColleagueGetsOtherRolesAndLeaves() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var colleague = Colleague.join(company, mails, "EDITOR");
        var id = Map.<String, Object>of("m", colleague.id());
        var change =
                "mutation($m: ID!) { changeMemberRoles(input: {memberId: $m, roles: [ANALYST]}) { member { roles } userErrors { code } } }";
        var remove =
                "mutation($m: ID!) { removeMember(input: {memberId: $m}) { member { id } userErrors { code } } }";
        assertThat(company.ask(change, id).done().at("/member/roles/0").asString())
                .isEqualTo("ANALYST");
        assertThat(OUTSIDE.ask(colleague.token(), "{ metrics { name } }", Map.of()).codes())
                .isEmpty();
        assertThat(company.ask(remove, Map.of("m", company.owner())).userErrors())
                .containsExactly("NOT_ALLOWED_NOW");
        var other = OUTSIDE.newCompany("Other " + UUID.randomUUID());
        assertThat(other.ask(remove, id).userErrors()).containsExactly("NOT_FOUND");

        company.ask(remove, id).done();

        assertThat(OUTSIDE.ask(colleague.token(), "{ metrics { name } }", Map.of()).status())
                .isEqualTo(401);
        assertThat(company.ask("{ members { totalCount } }").only().path("totalCount").asInt())
                .isEqualTo(1);
    }

    private static String draft(Company company) {
        return company.writes("en", "How long does a refund take?", "Five working days.");
    }

    private static void step(Company company, String act, String entry, String comment) {
        company.ask(
                        "mutation($e: ID!, $c: String) { %sKnowledgeVersion(input: {entryId: $e, version: 1, comment: $c}) { entry { id } userErrors { code } } }"
                                .formatted(act),
                        Map.of("e", entry, "c", comment))
                .done();
    }

    private static String decision(Company company) {
        return company.ask("{ askBot(question: \"How long does a refund take?\") { decision } }")
                .only()
                .path("decision")
                .asString();
    }

    private static JsonNode nodes(Company.Visitor visitor, String query, String conversation) {
        return visitor.ask(query, Map.of("c", conversation)).only().at("/messages/nodes");
    }

    private static List<String> botOutcomes(Company company) {
        return company.ask(
                        "query($i: ReportInput!) { report(input: $i) { rows { keys { value } } } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "from",
                                        "2020-01-01T00:00:00Z",
                                        "to",
                                        "2099-01-01T00:00:00Z",
                                        "by",
                                        List.of("BOT_OUTCOME"),
                                        "metrics",
                                        List.of(Map.of("metric", "CONVERSATIONS")))))
                .only()
                .path("rows")
                .valueStream()
                .map(it -> it.at("/keys/0/value").asString(""))
                .toList();
    }
}
