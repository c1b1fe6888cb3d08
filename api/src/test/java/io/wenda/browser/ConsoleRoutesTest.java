package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.wenda.MailsWanted;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestConstructor;

/** Every route of the console, light and dark, on a desktop and on a phone. */
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ConsoleRoutesTest extends BrowserTest {
    private final MailsWanted mails;

    ConsoleRoutesTest(MailsWanted mails) {
        this.mails = mails;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void noRouteShutsAnybodyOut(String locale) {
        var look = Look.desktop(locale);
        var house = TeaHouse.open(OUTSIDE, mails, look);
        var owner = person("owner", look);
        var console = new Console(OUTSIDE, owner);

        owner.page().navigate(OUTSIDE.base() + "/console/sign-up");
        isAccessible(owner);
        console.signIn(house.company().email(), house.company().password(), "/start");
        for (var route : routes(house)) {
            owner.page().navigate(OUTSIDE.base() + "/console" + route);
            isAccessible(owner);
        }
    }

    private static List<String> routes(TeaHouse house) {
        return List.of(
                "/start",
                "/desk",
                "/desk/" + house.conversation(),
                "/tickets",
                "/tickets/" + house.ticket(),
                "/knowledge",
                "/knowledge/new",
                "/knowledge/review",
                "/knowledge/ask",
                "/knowledge/" + house.entry(),
                "/knowledge/" + house.entry() + "/edit",
                "/reports",
                "/channels",
                "/channels/" + house.channel(),
                "/groups",
                "/members",
                "/company",
                "/keys",
                "/graphql",
                "/nowhere");
    }

    private static void isAccessible(Person person) {
        var page = person.page();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .not()
                .isEmpty();
        assertThat(page.locator("[aria-busy=true], .mantine-Skeleton-root")).hasCount(0);
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var width : Map.of(1280, 800, 390, 844).entrySet()) {
                page.setViewportSize(width.getKey(), width.getValue());
                person.seesAccessibleScreen();
            }
        }
    }
}
