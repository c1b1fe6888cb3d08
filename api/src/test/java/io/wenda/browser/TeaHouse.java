package io.wenda.browser;

import static org.awaitility.Awaitility.await;

import io.wenda.Colleague;
import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.Outside;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A company in the middle of a day, made through the API, with something on each screen. */
record TeaHouse(
        Company company,
        Colleague colleague,
        String group,
        String channel,
        String entry,
        String conversation,
        String ticket) {

    static TeaHouse open(Outside outside, MailsWanted mails, Look look) {
        var company = outside.newCompany(look.say("Tea House", "茶屋"), look.say("Lin", "林悦"));
        var colleague = Colleague.join(company, mails, "AGENT", "EDITOR");
        var channel = company.newChannel(look.say("Web shop", "网店"), true);
        var refund =
                write(
                        company.token(),
                        company,
                        look,
                        look.say("How long does a refund take?", "退款需要多长时间？"),
                        look.say(
                                "A refund reaches your card within five working days.",
                                "退款会在五个工作日内到账。"));
        company.publishes(refund);
        company.publishes(
                write(
                        company.token(),
                        company,
                        look,
                        look.say("How is tea kept fresh?", "茶叶如何保存？"),
                        look.say(
                                "Keep it dry, dark and closed, away from coffee and spices.",
                                "请密封、避光、防潮存放，远离咖啡和香料。")));
        var waiting =
                write(
                        colleague.token(),
                        company,
                        look,
                        look.say("Do you ship abroad?", "可以寄到国外吗？"),
                        look.say(
                                "We ship to 40 countries; it takes seven to twelve days.",
                                "我们支持寄往 40 个国家和地区，需要七到十二天。"));
        act(outside, colleague.token(), "submitKnowledgeVersion", waiting);
        write(
                company.token(),
                company,
                look,
                look.say("Can I visit the garden?", "可以参观茶园吗？"),
                look.say("Yes, from April to October.", "可以，每年四月至十月开放。"));
        serveOne(company, channel.path("publicKey").asString(), look);
        var conversation = handOne(company, channel.path("publicKey").asString(), look);
        return new TeaHouse(
                company,
                colleague,
                company.ask("{ skillGroups { nodes { id } } }").only().at("/nodes/0/id").asString(),
                channel.path("id").asString(),
                refund,
                conversation,
                ticket(company, conversation, look));
    }

    /** A table of the company's, of which not every line comes in: the id of its import. */
    String imported(Look look) {
        var upload =
                company.sends(
                        "faq.csv",
                        """
                        question,answer,category,state
                        %s,%s,,
                        ,%s,,
                        %s,,,SOMETIMES
                        """
                                .formatted(
                                        look.say("Do you sell pots?", "卖茶壶吗？"),
                                        look.say("Yes, many.", "有多款茶壶。"),
                                        look.say("Nobody asked.", "没有问题。"),
                                        look.say("And cups?", "茶杯呢？")));
        var id =
                company.ask(
                                "mutation($u: ID!) { importKnowledge(input: {uploadId: $u}) { knowledgeImport { id } userErrors { code } } }",
                                Map.of("u", upload))
                        .done()
                        .at("/knowledgeImport/id")
                        .asString();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        company.ask(
                                        "query($i: ID!) { knowledgeImport(id: $i) { state } }",
                                        Map.of("i", id))
                                .only()
                                .path("state")
                                .asString()
                                .equals("DONE"));
        return id;
    }

    private static String write(
            String token, Company company, Look look, String question, String answer) {
        return company.outside()
                .ask(
                        token,
                        "mutation($i: CreateKnowledgeEntryInput!) { createKnowledgeEntry(input: $i) { entry { id } userErrors { code message } } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "locale",
                                        look.isChinese() ? "zh-CN" : "en",
                                        "question",
                                        question,
                                        "answer",
                                        answer,
                                        "category",
                                        look.say("Orders", "订单"))))
                .done()
                .at("/entry/id")
                .asString();
    }

    private static void act(Outside outside, String token, String act, String entry) {
        outside.ask(
                        token,
                        "mutation($e: ID!) { %s(input: {entryId: $e, version: 1}) { userErrors { code message } } }"
                                .formatted(act),
                        Map.of("e", entry))
                .done();
    }

    /** Answered by the bot, helped by Lin, closed and rated. */
    private static void serveOne(Company company, String key, Look look) {
        var customer = company.newVisitor(key);
        var conversation =
                customer.says(look.say("How is tea kept fresh?", "茶叶如何保存？"))
                        .at("/conversation/id")
                        .asString();
        handOver(company, customer, conversation);
        reply(company, conversation, look.say("I packed a tin for you.", "我给您加了一个茶罐。"));
        company.ask(
                        "mutation($c: ID!) { closeConversation(input: {conversationId: $c, outcome: RESOLVED}) { userErrors { code } } }",
                        Map.of("c", conversation))
                .done();
        customer.ask(
                        "mutation($c: ID!) { rateConversation(input: {conversationId: $c, score: 5}) { userErrors { code } } }",
                        Map.of("c", conversation))
                .done();
    }

    /** Answered by the bot, and Lin's now. */
    private static String handOne(Company company, String key, Look look) {
        var customer = company.newVisitor(key);
        var conversation =
                customer.says(look.say("How long does a refund take?", "退款需要多长时间？"))
                        .at("/conversation/id")
                        .asString();
        handOver(company, customer, conversation);
        reply(company, conversation, look.say("It left us this morning.", "今天上午已经退出。"));
        customer.says(look.say("Wonderful, thank you!", "太好了，谢谢！"));
        return conversation;
    }

    private static void handOver(Company company, Company.Visitor customer, String conversation) {
        // first what the bot says, so that there is something in the handover
        awaitThat(company, conversation, "\"sender\":\"BOT\"");
        customer.ask(
                        "mutation($c: ID!) { requestAgent(input: {conversationId: $c}) { userErrors { code } } }",
                        Map.of("c", conversation))
                .done();
        company.ask("mutation { setAvailability(input: {status: ONLINE}) { userErrors { code } } }")
                .done();
        awaitThat(company, conversation, "\"state\":\"ACTIVE\"");
    }

    private static void awaitThat(Company company, String conversation, String part) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        company.ask(
                                        "query($c: ID!) { conversation(id: $c) { state messages { nodes { sender } } } }",
                                        Map.of("c", conversation))
                                .only()
                                .toString()
                                .contains(part));
    }

    private static void reply(Company company, String conversation, String text) {
        company.ask(
                        "mutation($i: SendMessageInput!) { sendMessage(input: $i) { userErrors { code } } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "conversationId",
                                        conversation,
                                        "clientMessageId",
                                        UUID.randomUUID().toString(),
                                        "text",
                                        text)))
                .done();
    }

    private static String ticket(Company company, String conversation, Look look) {
        return company.ask(
                        "mutation($c: ID!, $s: String!) { createTicket(input: {subject: $s, conversationId: $c}) { ticket { id } userErrors { code } } }",
                        Map.of("c", conversation, "s", look.say("Check the refund", "核对退款")))
                .done()
                .at("/ticket/id")
                .asString();
    }
}
