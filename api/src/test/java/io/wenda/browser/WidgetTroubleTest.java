package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the customer is told where something is slow, refused or away: on a desktop, and on a phone
 * from right to left.
 */
class WidgetTroubleTest extends BrowserTest {
    private static final String REFUSED =
            "{\"errors\":[{\"message\":\"no\",\"extensions\":{\"code\":\"INVALID\"}}]}";

    private WidgetShop shop(String locale, boolean bot) {
        var shop = WidgetShop.on(hostPage(), OUTSIDE.newCompany("Tea " + UUID.randomUUID()), bot);
        shop.page().carrying(shop.key(), "data-locale=" + locale);
        return shop;
    }

    private Person visitor(WidgetShop shop, String locale) {
        var she = person("visitor", locale.equals("en") ? Look.desktop("en") : Look.phone("zh-CN"));
        she.page().navigate(shop.page().origin());
        return she;
    }

    /** Her requests for this mutation get no answer but the test's. */
    private static List<Route> held(Person she, String mutation) {
        var held = new ArrayList<Route>();
        she.context()
                .route(
                        "**/graphql",
                        route -> {
                            if (route.request().postData().contains("mutation " + mutation + "(")) {
                                held.add(route);
                            } else {
                                route.fallback();
                            }
                        });
        return held;
    }

    private static void refuse(Person she, List<Route> held) {
        she.page().waitForCondition(() -> !held.isEmpty());
        held.removeFirst().fulfill(new Route.FulfillOptions().setBody(REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aMessageIsOnItsWayThenNotSentThenSent(String locale) {
        var shop = shop(locale, false);
        var she = visitor(shop, locale);
        var widget = new Widget(she.page()).opened();
        var held = held(she, "Send");

        widget.says("Hello");
        assertThat(widget.log().locator(".waits .fate")).not().isEmpty();
        assertThat(widget.bubbles()).hasCount(0);
        widget.isAccessible();
        refuse(she, held);
        var failed = widget.log().locator(".failed");
        assertThat(failed.getByRole(AriaRole.BUTTON)).hasCount(2);
        widget.isAccessible();
        she.picture("widget-not-sent-" + locale);
        she.context().unrouteAll();
        failed.getByRole(AriaRole.BUTTON).first().click();

        widget.shows("Hello");
        assertThat(widget.log().locator(".mine .fate .icon + .hidden")).not().isEmpty();
        widget.isAccessible();
        assertThat(shop.transcript(shop.conversation())).containsExactly("CONTACT: Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aPersonWhoWasAskedForInVainCanBeAskedForAgain(String locale) {
        var shop = shop(locale, true).knows("en", "How long does a refund take?", "Five days.");
        var she = visitor(shop, locale);
        var widget = new Widget(she.page()).opened();
        widget.says("How long does a refund take");
        widget.shows("Five days.");
        var held = held(she, "RequestAgent");
        var person = widget.panel().locator(".person");
        var words = person.innerText();

        person.click();
        assertThat(person).isDisabled();
        widget.isAccessible();
        refuse(she, held);
        assertThat(person).isEnabled();
        assertThat(person).not().hasText(words);
        widget.isAccessible();
        she.context().unrouteAll();
        person.click();

        assertThat(widget.log().locator(".aside")).containsText("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aRatingThatWasNotTakenCanBeGivenAgain(String locale) {
        var shop = shop(locale, false);
        shop.available(true);
        var she = visitor(shop, locale);
        var widget = new Widget(she.page()).opened();
        widget.says("Hello");
        widget.shows("Hello");
        var conversation = shop.conversation();
        shop.closes(conversation);
        widget.panel().locator(".stars label").first().click();
        var held = held(she, "Rate");

        widget.panel().locator(".rating .main").click();
        refuse(she, held);
        assertThat(widget.panel().locator(".rating").getByRole(AriaRole.ALERT)).isVisible();
        widget.isAccessible();
        she.context().unrouteAll();
        widget.panel().locator(".rating .main").click();

        assertThat(widget.panel().locator(".thanks")).containsText("1");
        assertThat(shop.rating(conversation)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void whatIsTooLongIsNotSent(String locale) {
        var widget = new Widget(visitor(shop(locale, false), locale).page()).opened();

        widget.says("x".repeat(8_001));

        assertThat(widget.panel().getByRole(AriaRole.ALERT)).containsText("1");
        assertThat(widget.panel().locator(".send")).isDisabled();
        assertThat(widget.log().locator(".mine")).hasCount(0);
        widget.isAccessible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aChannelThatLetsNobodyInSaysSo(String locale) {
        var she = visitor(shop(locale, false), locale);
        var held = held(she, "StartSession");
        var widget = new Widget(she.page());

        widget.launcher().click();
        refuse(she, held);

        assertThat(widget.panel().locator(".notice")).isVisible();
        assertThat(widget.field()).hasCount(0);
        widget.isAccessible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePanelThatDoesNotComeIsSaidOnTheButtonAndCanBeTriedAgain(String locale) {
        var she = visitor(shop(locale, false), locale);
        she.page().clock().install();
        she.context().route("**/panel", route -> {});
        var widget = new Widget(she.page());
        var badge = she.page().locator("wenda-chat b");

        widget.launcher().click();
        assertThat(she.page().locator("wenda-chat .busy")).hasCount(1);
        she.page().clock().fastForward(15_000);
        assertThat(badge).hasText("!");
        widget.isAccessible();
        she.context().unrouteAll();

        widget.opened();
        assertThat(badge).isEmpty();
    }
}
