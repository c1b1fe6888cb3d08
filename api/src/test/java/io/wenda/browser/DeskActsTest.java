package io.wenda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.MailsWanted;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;

/** What an agent does to a conversation besides replying, by clicks. */
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class DeskActsTest extends BrowserTest {
    private static final Look ENGLISH = Look.desktop("en");

    private final MailsWanted mails;

    DeskActsTest(MailsWanted mails) {
        this.mails = mails;
    }

    @Test
    void aNoteATicketATransferAndAWrapUpAreMadeByClicks() {
        var house = TeaHouse.open(OUTSIDE, mails, ENGLISH);
        house.company()
                .ask(
                        "mutation($g: ID!, $m: ID!) { addSkillGroupMember(input: {skillGroupId: $g, memberId: $m}) { userErrors { code } } }",
                        Map.of("g", house.group(), "m", house.colleague().id()))
                .done();
        OUTSIDE.ask(
                        house.colleague().token(),
                        "mutation { setAvailability(input: {status: ONLINE}) { userErrors { code } } }",
                        Map.of())
                .done();
        var owner = person("owner", ENGLISH);
        new Console(OUTSIDE, owner)
                .enter(
                        house.company().email(),
                        house.company().password(),
                        "/desk/" + house.conversation());
        var desk = new Desk(owner);

        desk.note("The bank confirmed it.");
        desk.makeTicket("Ring back on Monday");
        desk.transferTo("Bo", "Over to you.");
        awaitThatItStands(house, "ACTIVE of Bo");
        desk.take();
        awaitThatItStands(house, "ACTIVE of Lin");
        desk.wrapUp("Waits for the bank");

        awaitThatItStands(house, "WRAP_UP of Lin");
        var conversation =
                house.company()
                        .ask(
                                """
                                query($c: ID!) { conversation(id: $c) {
                                  summary messages { nodes { text internal } } tickets { nodes { subject } }
                                } }
                                """,
                                Map.of("c", house.conversation()))
                        .only()
                        .toString();
        assertThat(conversation)
                .contains("\"summary\":\"Waits for the bank\"")
                .contains("{\"text\":\"The bank confirmed it.\",\"internal\":true}")
                .contains("{\"text\":\"Over to you.\",\"internal\":true}")
                .contains("{\"subject\":\"Ring back on Monday\"}");
    }

    /** The desk shows what an act will lead to before the API has answered. */
    private static void awaitThatItStands(TeaHouse house, String how) {
        await().untilAsserted(() -> assertThat(stands(house)).isEqualTo(how));
    }

    private static String stands(TeaHouse house) {
        var conversation =
                house.company()
                        .ask(
                                "query($c: ID!) { conversation(id: $c) { state assignee { name } } }",
                                Map.of("c", house.conversation()))
                        .only();
        return conversation.path("state").asString()
                + " of "
                + conversation.at("/assignee/name").asString();
    }
}
