package io.wenda.browser;

import io.wenda.MailsWanted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.TestConstructor;

/**
 * Every screen of the console, light and dark, in English on a desktop and in Chinese on a phone.
 */
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ConsoleScreensTest extends BrowserTest {
    private final MailsWanted mails;

    ConsoleScreensTest(MailsWanted mails) {
        this.mails = mails;
    }

    /** Those of which pictures are kept are seen in both sizes. */
    static Stream<Look> looks() {
        return Stream.of(
                Look.desktop("en"), Gallery.isOpen() ? Look.desktop("zh-CN") : Look.phone("zh-CN"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void noScreenShutsAnybodyOut(Look look) {
        var house = TeaHouse.open(OUTSIDE, mails, look);
        var owner = person("owner", look);

        look("sign-up", "/sign-up", owner);
        new Console(OUTSIDE, owner)
                .enter(house.company().email(), house.company().password(), "/start");
        screens(house, look).forEach((name, path) -> look(name, path, owner));
        tests(Tasting.at(house, look)).forEach((name, path) -> look(name, path, owner));
    }

    private static Map<String, String> screens(TeaHouse house, Look look) {
        var screens = new LinkedHashMap<String, String>();
        screens.put("first-steps", "/start");
        screens.put("desk", "/desk");
        screens.put("conversation", "/desk/" + house.conversation());
        screens.put("tickets", "/tickets");
        screens.put("ticket", "/tickets/" + house.ticket());
        screens.put("knowledge", "/knowledge");
        screens.put("new-entry", "/knowledge/new");
        screens.put("gaps", "/knowledge/gaps");
        screens.put("answering", "/knowledge/answering");
        screens.put("language-model", "/knowledge/model");
        screens.put("review", "/knowledge/review");
        screens.put("ask-the-bot", "/knowledge/ask");
        screens.put("entry", "/knowledge/" + house.entry());
        screens.put("import", "/knowledge/import");
        screens.put("import-result", "/knowledge/import?id=" + house.imported(look));
        screens.put("edit-entry", "/knowledge/" + house.entry() + "/edit");
        screens.put("reports", "/reports");
        screens.put("channels", "/channels");
        screens.put("channel", "/channels/" + house.channel());
        screens.put("groups", "/groups");
        screens.put("group", "/groups/" + house.group());
        screens.put("members", "/members");
        screens.put("company", "/company");
        screens.put("keys", "/keys");
        screens.put("graphql", "/graphql");
        screens.put("missing", "/nowhere");
        return screens;
    }

    private static Map<String, String> tests(Tasting tasting) {
        var screens = new LinkedHashMap<String, String>();
        screens.put("tests", "/tests");
        screens.put("question-set", "/tests/" + tasting.set());
        screens.put("replay", "/tests/runs/" + tasting.replay());
        screens.put("held-back", "/knowledge/" + tasting.heldBack());
        return screens;
    }

    private static void look(String name, String path, Person person) {
        person.page().navigate(OUTSIDE.base() + "/console" + path);
        person.seesItAll();
        if (Gallery.isOpen()) {
            person.seesAccessibleScreens(name);
        } else {
            person.seesAccessibleScreenDayAndNight(name);
        }
    }
}
